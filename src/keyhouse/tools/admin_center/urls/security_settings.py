"""The addresses of Security settings."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
