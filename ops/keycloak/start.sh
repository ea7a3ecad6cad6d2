#!/bin/bash
# Starts Keycloak. The realm is made at the first start only; what its file names by ${...} comes from the secrets.
# Which of the two it is stays written in the volume: started as the other, Keycloak would keep the accounts it has,
# and people be served beside invented users who share one password.
set -eu

realm=$HOMEWARD_PROFILE
case $realm in
  demo | production) ;;
  *)
    echo "HOMEWARD_PROFILE is demo or production, not '$realm'" >&2
    exit 64
    ;;
esac
made=/opt/keycloak/data/homeward-realm
if [[ ! -s $made ]]; then
  if [[ -e /opt/keycloak/data/h2 ]]; then
    echo "the realm in this volume was made before it was written down for whom: see the runbook, In containers" >&2
    exit 64
  fi
  echo "$realm" >"$made"
fi
if [[ $(<"$made") != "$realm" ]]; then
  echo "HOMEWARD_PROFILE is $realm, but the realm in this volume was made for $(<"$made"): see the runbook, In containers" >&2
  exit 64
fi

secret() { cat "/run/secrets/$1"; }
KC_BOOTSTRAP_ADMIN_PASSWORD=$(secret keycloak-admin)
SECRET_STORY_SERVICE=$(secret story-service)
SECRET_NOTIFICATION_SERVICE=$(secret notification-service)
SECRET_PARTNER_HAMDASTI=$(secret partner-hamdasti)
DEMO_PASSWORD=$(secret demo-password)
export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD
export SECRET_STORY_SERVICE SECRET_NOTIFICATION_SERVICE SECRET_PARTNER_HAMDASTI DEMO_PASSWORD

mkdir -p /opt/keycloak/data/import
cp "/opt/keycloak/homeward/$realm.json" /opt/keycloak/data/import/homeward.json
exec /opt/keycloak/bin/kc.sh start --optimized --import-realm
