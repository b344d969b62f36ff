"""The addresses of Organization settings."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
