#!/bin/sh
# Makes each secret that is not there yet: a folder a reader, a file a variable, named as on Kubernetes.
set -eu
cd "${1:-/run/nearstock}"
umask 027

secret() { # reader, variable, value
    mkdir -p "$1"
    [ -s "$1/$2" ] || printf '%s' "$3" >"$1/$2"
}

random() { head -c 32 /dev/urandom | base64 | tr -d '/+=\n'; }

for service in account catalog inventory order recommendation notification; do
    secret "$service-service" MONGODB_PASSWORD "$(random)"
    secret "$service-service" NEARSTOCK_CLIENT_SECRET "$(random)"
    name=$(printf '%s' "$service" | tr '[:lower:]' '[:upper:]')
    secret account-service "NEARSTOCK_SERVICES_${name}_SERVICE_SECRET" "$(cat "$service-service/NEARSTOCK_CLIENT_SECRET")"
done
secret account-service NEARSTOCK_BOOTSTRAP_ADMIN_PASSWORD "$(random)"
secret sandbox PAYMENT_WEBHOOK_SECRET "$(random)"
secret order-service PAYMENT_WEBHOOK_SECRET "$(cat sandbox/PAYMENT_WEBHOOK_SECRET)"
secret mongo key "$(random)"
secret mongo root-password "$(random)"
secret grafana admin-password "$(random)"

# The users of the images that read them.
[ "$(id -u)" = 0 ] || exit 0
chown -R 10001:10001 ./*-service sandbox
chown -R 999:999 mongo
chmod 400 mongo/key
chown -R 472:472 grafana
