import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(21), editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.BigIntegerField(null=True)),
                ('name', models.CharField(max_length=200)),
                ('arguments', models.JSONField(default=dict)),
                ('queue', models.CharField(default='default', max_length=40)),
                ('unique', models.CharField(max_length=200, null=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Running'), ('done', 'Done'), ('dead', 'Dead')], default='waiting', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('not_before', models.DateTimeField(null=True)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('attempts_allowed', models.PositiveIntegerField()),
                ('worker', models.CharField(default='', max_length=60)),
                ('beats', models.PositiveBigIntegerField(default=0)),
                ('finished_at', models.DateTimeField(null=True)),
                ('last_error', models.TextField(default='')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['id'], name='jobs_waiting'), models.Index(fields=['state', 'finished_at'], name='jobs_by_state'), models.Index(fields=['organization_id', 'id'], name='jobs_of_organization')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'waiting'), ('unique__isnull', False)), fields=('unique',), name='jobs_one_waiting_per_key')],
            },
        ),
        migrations.CreateModel(
            name='ScheduledRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('slot', models.BigIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('name', 'slot'), name='jobs_one_run_per_slot')],
            },
        ),
    ]
