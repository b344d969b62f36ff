import django.db.models.deletion
import keyhouse.domain.invitations.models
import keyhouse.domain.portfolios.models
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organizations', '0001_initial'),
        ('people', '0001_initial'),
        ('portfolios', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(12), editable=False, primary_key=True, serialize=False)),
                ('email', models.CharField(max_length=320)),
                ('email_folded', models.CharField(max_length=320)),
                ('kind', models.CharField(default='work', max_length=10)),
                ('level', models.CharField(default=keyhouse.domain.portfolios.models.Access['BASIC'], max_length=10)),
                ('options', models.JSONField(default=list)),
                ('days', models.PositiveSmallIntegerField(default=30)),
                ('temporary_days', models.PositiveSmallIntegerField(null=True)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('state', models.CharField(default=keyhouse.domain.invitations.models.InvitationState['PENDING'], max_length=20)),
                ('handle_hash', models.CharField(blank=True, max_length=64)),
                ('handle_encrypted', models.CharField(blank=True, max_length=400)),
                ('until', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('sent_times', models.JSONField(default=list)),
                ('made_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('portfolio', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='portfolios.portfolio')),
            ],
            options={
                'indexes': [models.Index(fields=['organization', 'portfolio', 'state', 'id'], name='invitations_of_a_portfolio'), models.Index(fields=['email_folded', 'state'], name='invitations_of_an_address')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['held', 'pending_approval', 'pending'])), fields=('portfolio', 'email_folded', 'kind'), name='one_invitation_waits'), models.UniqueConstraint(condition=models.Q(('handle_hash', ''), _negated=True), fields=('handle_hash',), name='one_invitation_per_link')],
            },
        ),
    ]
