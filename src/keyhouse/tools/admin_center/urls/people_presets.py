"""The addresses of People presets."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
