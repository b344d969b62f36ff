import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='KeptMail',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(22), editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.BigIntegerField(null=True)),
                ('to', models.EmailField(max_length=254)),
                ('subject', models.CharField(max_length=300)),
                ('text', models.TextField()),
                ('message_id', models.CharField(max_length=200, unique=True)),
                ('written_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['organization_id', 'id'], name='mail_of_organization')],
            },
        ),
    ]
