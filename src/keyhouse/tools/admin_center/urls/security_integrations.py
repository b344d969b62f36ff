"""The addresses of Security integrations."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
