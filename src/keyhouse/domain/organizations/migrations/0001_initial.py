import django.db.models.deletion
import keyhouse.domain.organizations.models
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Organization',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(1), editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('name_folded', models.CharField(max_length=200, unique=True)),
                ('state', models.CharField(default=keyhouse.domain.organizations.models.OrganizationState['ACTIVE'], max_length=20)),
                ('time_zone', models.CharField(default='UTC', max_length=60)),
                ('locale', models.CharField(default='en-US', max_length=20)),
                ('support_address', models.CharField(blank=True, max_length=320)),
                ('activation_days', models.PositiveSmallIntegerField(default=7)),
                ('legal_hold', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='SecuritySettings',
            fields=[
                ('organization', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='organizations.organization')),
                ('password_length', models.PositiveSmallIntegerField(default=8)),
                ('long_passwords', models.BooleanField(default=True)),
                ('wrong_tries', models.PositiveSmallIntegerField(default=20)),
                ('session_hours', models.PositiveSmallIntegerField(default=12)),
                ('admin_idle_minutes', models.PositiveSmallIntegerField(default=60)),
                ('idle_minutes', models.PositiveSmallIntegerField(null=True)),
                ('reauthentication_minutes', models.PositiveSmallIntegerField(default=5)),
                ('tell_new_device', models.BooleanField(default=True)),
                ('tell_new_network', models.BooleanField(default=True)),
                ('alert_admin_device', models.BooleanField(default=True)),
                ('approvals', models.CharField(default=keyhouse.domain.organizations.models.Approvals['SENSITIVE'], max_length=20)),
                ('approve_every_role_change', models.BooleanField(default=False)),
                ('admin_networks', models.JSONField(default=list)),
                ('log_retention_months', models.PositiveSmallIntegerField(default=24)),
                ('two_factor_required', models.BooleanField(default=False)),
                ('two_factor_who', models.CharField(default=keyhouse.domain.organizations.models.TwoFactorWho['EVERYONE'], max_length=10)),
                ('two_factor_since', models.DateTimeField(null=True)),
                ('two_factor_grace_days', models.PositiveSmallIntegerField(default=7)),
                ('two_factor_methods', models.JSONField(default=keyhouse.domain.organizations.models.only_authenticators)),
                ('remember_device_days', models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='SetUpLink',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(25), editable=False, primary_key=True, serialize=False)),
                ('handle_hash', models.CharField(max_length=64, unique=True)),
                ('until', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
    ]
