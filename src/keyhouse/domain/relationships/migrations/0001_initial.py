import django.db.models.deletion
import keyhouse.domain.relationships.models
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
            name='ExternalRelationship',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(34), editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default=keyhouse.domain.relationships.models.RelationshipState['ACTIVE'], max_length=10)),
                ('may_hold', models.JSONField(default=list)),
                ('auto_approve', models.BooleanField(default=False)),
                ('second_factor_required', models.BooleanField(default=True)),
                ('made_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('reminded_days', models.PositiveSmallIntegerField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.CharField(blank=True, max_length=10)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('partner_organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(40), editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default=keyhouse.domain.relationships.models.GuestState['REQUESTED'], max_length=10)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('asked_by_id', models.BigIntegerField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('decided_by_id', models.BigIntegerField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('partner_organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('relationship', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='relationships.externalrelationship')),
            ],
        ),
        migrations.CreateModel(
            name='RelationshipInvitation',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(43), editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=10)),
                ('offers_to_host', models.BooleanField()),
                ('code_hash', models.CharField(blank=True, max_length=64)),
                ('email', models.CharField(blank=True, max_length=320)),
                ('email_folded', models.CharField(blank=True, max_length=320)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('state', models.CharField(default=keyhouse.domain.relationships.models.OfferState['WAITING'], max_length=10)),
                ('made_by_id', models.BigIntegerField(null=True)),
                ('made_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('partner_organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.AddIndex(
            model_name='externalrelationship',
            index=models.Index(fields=['partner_organization', 'state', 'id'], name='relationships_as_guest'),
        ),
        migrations.AddIndex(
            model_name='externalrelationship',
            index=models.Index(condition=models.Q(('state', 'active')), fields=['until'], name='relationships_that_end'),
        ),
        migrations.AddConstraint(
            model_name='externalrelationship',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'active')), fields=('organization', 'partner_organization'), name='one_relationship_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='externalrelationship',
            constraint=models.CheckConstraint(condition=models.Q(('organization', models.F('partner_organization')), _negated=True), name='nobody_hosts_herself'),
        ),
        migrations.AddIndex(
            model_name='guest',
            index=models.Index(fields=['organization', 'state', 'id'], name='guests_of_a_host'),
        ),
        migrations.AddIndex(
            model_name='guest',
            index=models.Index(fields=['partner_organization', 'state', 'id'], name='guests_of_their_home'),
        ),
        migrations.AddIndex(
            model_name='guest',
            index=models.Index(fields=['person', 'state'], name='places_of_a_guest'),
        ),
        migrations.AddConstraint(
            model_name='guest',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['requested', 'active'])), fields=('relationship', 'person'), name='one_place_of_a_guest'),
        ),
        migrations.AddIndex(
            model_name='relationshipinvitation',
            index=models.Index(fields=['organization', 'state', 'id'], name='relationship_offers_made'),
        ),
        migrations.AddIndex(
            model_name='relationshipinvitation',
            index=models.Index(fields=['partner_organization', 'state', 'id'], name='relationship_offers_got'),
        ),
        migrations.AddIndex(
            model_name='relationshipinvitation',
            index=models.Index(fields=['email_folded', 'state'], name='relationship_offers_mailed'),
        ),
        migrations.AddConstraint(
            model_name='relationshipinvitation',
            constraint=models.UniqueConstraint(condition=models.Q(('code_hash', ''), _negated=True), fields=('code_hash',), name='one_relationship_id'),
        ),
    ]
