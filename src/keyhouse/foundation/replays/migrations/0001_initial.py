import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='KeptAnswer',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(63), editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.BigIntegerField()),
                ('key_hash', models.CharField(max_length=64, unique=True)),
                ('request_hash', models.CharField(max_length=64)),
                ('status', models.PositiveSmallIntegerField(default=0)),
                ('answer_encrypted', models.TextField(blank=True)),
                ('made_at', models.DateTimeField(db_index=True)),
            ],
        ),
    ]
