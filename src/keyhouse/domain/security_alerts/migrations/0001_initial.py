import django.db.models.deletion
import keyhouse.domain.security_alerts.models
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
            name='SecurityAlert',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(36), editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=40)),
                ('severity', models.CharField(max_length=10)),
                ('cause', models.CharField(max_length=200)),
                ('about_id', models.BigIntegerField(null=True)),
                ('facts', models.JSONField(default=dict)),
                ('signals', models.JSONField(default=list)),
                ('times', models.PositiveIntegerField(default=1)),
                ('first_at', models.DateTimeField()),
                ('last_at', models.DateTimeField()),
                ('state', models.CharField(default=keyhouse.domain.security_alerts.models.AlertState['OPEN'], max_length=10)),
                ('closed_reason', models.CharField(blank=True, max_length=500)),
                ('closed_by_name', models.CharField(blank=True, max_length=200)),
                ('closed_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organization', 'state', '-id'], name='alerts_by_state')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'closed'), _negated=True), fields=('organization', 'kind', 'cause'), name='one_open_alert_per_cause')],
            },
        ),
    ]
