package retention.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.MapType;

/** Has the facts of a customer read by {@link RecordReader}. */
final class RecordsModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    RecordsModule() {
        super("records");
        setDeserializerModifier(new Records());
        setDeserializers(new Maps());
    }

    private static final class Maps extends SimpleDeserializers {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable ValueDeserializer<?> findMapDeserializer(
                MapType type,
                DeserializationConfig config,
                BeanDescription.Supplier bean,
                KeyDeserializer keys,
                TypeDeserializer types,
                ValueDeserializer<?> values) {
            return type.getRawClass() == Map.class && type.getKeyType().hasRawClass(String.class)
                    ? new MapReader(type, null)
                    : null;
        }
    }

    private static final class Records extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> usual) {
            Class<?> type = bean.getBeanClass();
            return type.isRecord()
                            && type.getPackage() == Customer.class.getPackage()
                            && usual instanceof BeanDeserializerBase record
                    ? new RecordReader(bean.getType(), record)
                    : usual;
        }
    }
}
