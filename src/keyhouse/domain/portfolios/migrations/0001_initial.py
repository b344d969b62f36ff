import django.db.models.deletion
import keyhouse.domain.portfolios.models
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
            name='Portfolio',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(10), editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('time_zone', models.CharField(default='UTC', max_length=60)),
                ('vertical', models.CharField(blank=True, max_length=60)),
                ('two_factor_rule', models.CharField(default=keyhouse.domain.portfolios.models.TwoFactorRule['NONE'], max_length=20)),
                ('assume_sso_is_enough', models.BooleanField(default=True)),
                ('personal_logins_allowed', models.BooleanField(default=True)),
                ('owners_may_create_accounts', models.BooleanField(default=False)),
                ('invitation_days', models.PositiveSmallIntegerField(default=30)),
                ('needs_full_control', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(11), editable=False, primary_key=True, serialize=False)),
                ('level', models.CharField(default=keyhouse.domain.portfolios.models.Access['BASIC'], max_length=10)),
                ('options', models.JSONField(default=list)),
                ('returns_to', models.CharField(blank=True, max_length=10)),
                ('state', models.CharField(default=keyhouse.domain.portfolios.models.MembershipState['ACTIVE'], max_length=12)),
                ('source', models.CharField(default='direct', max_length=20)),
                ('until', models.DateTimeField(null=True)),
                ('given_level', models.CharField(blank=True, max_length=10)),
                ('given_until', models.DateTimeField(null=True)),
                ('preset_id', models.BigIntegerField(null=True)),
                ('own', models.JSONField(null=True)),
                ('added_by_id', models.BigIntegerField(null=True)),
                ('added_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('portfolio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='portfolios.portfolio')),
            ],
        ),
        migrations.CreateModel(
            name='Reveal',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(63), editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=500)),
                ('until', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('shown_to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
        ),
        migrations.AddConstraint(
            model_name='portfolio',
            constraint=models.UniqueConstraint(fields=('organization', 'name'), name='one_portfolio_per_name'),
        ),
        migrations.AddIndex(
            model_name='membership',
            index=models.Index(fields=['organization', 'portfolio', 'state', 'id'], name='people_of_a_portfolio'),
        ),
        migrations.AddIndex(
            model_name='membership',
            index=models.Index(condition=models.Q(('level', 'full'), ('state', 'active')), fields=['portfolio'], name='full_control_of_a_portfolio'),
        ),
        migrations.AddIndex(
            model_name='membership',
            index=models.Index(condition=models.Q(('preset_id__isnull', False)), fields=['preset_id'], name='places_of_a_preset'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(fields=('person', 'portfolio'), name='one_place_per_portfolio'),
        ),
        migrations.AddIndex(
            model_name='reveal',
            index=models.Index(fields=['organization', 'shown_to', 'until'], name='reveals_of_an_administrator'),
        ),
    ]
