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
                ('two_factor_required', models.CharField(default='admins', max_length=10)),
                ('activation_days', models.PositiveSmallIntegerField(default=7)),
                ('session_hours', models.PositiveSmallIntegerField(default=12)),
                ('admin_idle_minutes', models.PositiveSmallIntegerField(default=60)),
                ('made_at', models.DateTimeField()),
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
