import django.db.models.deletion
import keyhouse.domain.governance.models
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
            name='Approval',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(35), editable=False, primary_key=True, serialize=False)),
                ('deed', models.CharField(max_length=40)),
                ('arguments', models.JSONField(default=dict)),
                ('changes', models.JSONField(default=list)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('state', models.CharField(default=keyhouse.domain.governance.models.ApprovalState['WAITING'], max_length=10)),
                ('integration_id', models.BigIntegerField(null=True)),
                ('integration_name', models.CharField(blank=True, max_length=200)),
                ('strength', models.PositiveSmallIntegerField(default=0)),
                ('relationship_id', models.BigIntegerField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('runs_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('answer', models.CharField(blank=True, max_length=600)),
                ('stop_hash', models.CharField(blank=True, max_length=64)),
                ('stop_encrypted', models.CharField(blank=True, max_length=200)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organization', 'state', '-id'], name='approvals_by_state'), models.Index(fields=['organization', 'person', '-id'], name='approvals_of_a_person'), models.Index(condition=models.Q(('state', 'waiting')), fields=['until'], name='approvals_waiting'), models.Index(condition=models.Q(('stop_hash', ''), _negated=True), fields=['stop_hash'], name='approvals_by_link')],
            },
        ),
    ]
