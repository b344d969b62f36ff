"""The addresses of Security alerts."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
