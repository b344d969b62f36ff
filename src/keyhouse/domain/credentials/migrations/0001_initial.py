import django.db.models.deletion
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
            name='Authenticator',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='people.person')),
                ('secret_encrypted', models.CharField(max_length=400)),
                ('last_step', models.BigIntegerField(default=0)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='Password',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='people.person')),
                ('hash', models.CharField(max_length=200)),
                ('changed_at', models.DateTimeField()),
                ('by_mail', models.BooleanField(default=False)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='WrongTries',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='people.person')),
                ('count', models.PositiveIntegerField(default=0)),
                ('since', models.DateTimeField()),
                ('stopped_until', models.DateTimeField(null=True)),
                ('stops', models.PositiveSmallIntegerField(default=0)),
                ('stops_since', models.DateTimeField(null=True)),
                ('wrong_codes', models.PositiveSmallIntegerField(default=0)),
                ('codes_since', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='OneTimeCode',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(26), editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=10)),
                ('hash', models.CharField(max_length=64)),
                ('code_encrypted', models.CharField(blank=True, max_length=200)),
                ('made_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'kind'], name='one_time_codes_of_a_person')],
            },
        ),
        migrations.CreateModel(
            name='PersonLink',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(25), editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(max_length=20)),
                ('address', models.CharField(max_length=320)),
                ('handle_hash', models.CharField(max_length=64, unique=True)),
                ('handle_encrypted', models.CharField(blank=True, max_length=400)),
                ('until', models.DateTimeField()),
                ('made_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'purpose'], name='links_of_a_person')],
            },
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hash', models.CharField(max_length=64)),
                ('used_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'hash'), name='one_recovery_code')],
            },
        ),
    ]
