import django.db.models.deletion
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organizations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(30), editable=False, primary_key=True, serialize=False)),
                ('person_id', models.BigIntegerField()),
                ('cause', models.CharField(blank=True, max_length=200)),
                ('correlation', models.CharField(max_length=64)),
                ('event_id', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('ended', models.JSONField(default=dict)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'indexes': [models.Index(fields=['organization', 'person_id', '-id'], name='receipts_of_a_person')],
            },
        ),
    ]
