import django.db.models.deletion
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organizations', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='KnownDevice',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(63), editable=False, primary_key=True, serialize=False)),
                ('secret_hash', models.CharField(max_length=64)),
                ('device', models.CharField(blank=True, max_length=200)),
                ('first_at', models.DateTimeField()),
                ('last_at', models.DateTimeField()),
                ('trusted_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'secret_hash'), name='a_device_is_known_once')],
            },
        ),
        migrations.CreateModel(
            name='KnownNetwork',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(63), editable=False, primary_key=True, serialize=False)),
                ('network', models.CharField(max_length=50)),
                ('last_at', models.DateTimeField()),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'network'), name='a_network_is_known_once')],
            },
        ),
    ]
