import django.db.models.deletion
import keyhouse.domain.security_logs.models
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organizations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='LogStream',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(37), editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('kind', models.CharField(max_length=10)),
                ('address', models.CharField(blank=True, max_length=2048)),
                ('certificate', models.TextField(blank=True)),
                ('secret_encrypted', models.TextField(blank=True)),
                ('state', models.CharField(default=keyhouse.domain.security_logs.models.StreamState['ACTIVE'], max_length=10)),
                ('position', models.BigIntegerField(default=0)),
                ('sent', models.BigIntegerField(default=0)),
                ('skipped', models.BigIntegerField(default=0)),
                ('last_sent_at', models.DateTimeField(null=True)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('failing_since', models.DateTimeField(null=True)),
                ('last_error', models.CharField(blank=True, max_length=500)),
                ('not_before', models.DateTimeField(null=True)),
                ('is_told', models.BooleanField(default=False)),
                ('tested_at', models.DateTimeField(null=True)),
                ('test_error', models.CharField(blank=True, max_length=500)),
                ('made_by_id', models.BigIntegerField(null=True)),
                ('made_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'active')), fields=['organization'], name='streams_that_run')],
                'constraints': [models.UniqueConstraint(fields=('organization', 'name'), name='one_stream_per_name')],
            },
        ),
        migrations.CreateModel(
            name='LogVerification',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(63), editable=False, primary_key=True, serialize=False)),
                ('begun_by_id', models.BigIntegerField(null=True)),
                ('begun_by', models.CharField(blank=True, max_length=200)),
                ('begun_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('total', models.BigIntegerField(default=0)),
                ('events', models.BigIntegerField(default=0)),
                ('blocks', models.BigIntegerField(default=0)),
                ('head', models.CharField(blank=True, max_length=64)),
                ('fault', models.CharField(blank=True, max_length=60)),
                ('block', models.BigIntegerField(null=True)),
                ('sequence', models.BigIntegerField(null=True)),
                ('event_id', models.BigIntegerField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'indexes': [models.Index(fields=['organization', '-id'], name='verifications_of_a_log')],
            },
        ),
    ]
