#!/bin/bash
# Starts Keycloak. The realm is made at the first start only; what its file names by ${...} comes from the secrets.
set -eu

secret() { cat "/run/secrets/$1"; }
KC_BOOTSTRAP_ADMIN_PASSWORD=$(secret keycloak-admin)
SECRET_STORY_SERVICE=$(secret story-service)
SECRET_NOTIFICATION_SERVICE=$(secret notification-service)
SECRET_PARTNER_HAMDASTI=$(secret partner-hamdasti)
DEMO_PASSWORD=$(secret demo-password)
export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD
export SECRET_STORY_SERVICE SECRET_NOTIFICATION_SERVICE SECRET_PARTNER_HAMDASTI DEMO_PASSWORD

realm=production
[[ $HOMEWARD_PROFILE != demo ]] || realm=demo
mkdir -p /opt/keycloak/data/import
cp "/opt/keycloak/homeward/$realm.json" /opt/keycloak/data/import/homeward.json
exec /opt/keycloak/bin/kc.sh start --optimized --import-realm
