#!/bin/sh
# Makes each secret that is not there yet: a file a secret, a folder a reader, named as the reader's setting.
set -eu
cd /run/nearstock
umask 027

secret() { # reader, setting, value
    mkdir -p "$1"
    [ -s "$1/$2" ] || printf '%s' "$3" >"$1/$2"
}

random() { head -c 32 /dev/urandom | base64 | tr -d '/+=\n'; }

for service in account catalog inventory order recommendation notification; do
    secret "$service-service" mongodb.password "$(random)"
    secret "$service-service" nearstock.security.client-secret "$(random)"
    secret account-service "nearstock.services.$service-service.secret" \
        "$(cat "$service-service/nearstock.security.client-secret")"
done
secret account-service nearstock.bootstrap-admin-password "$(random)"
secret sandbox payment.webhook.secret "$(random)"
secret order-service payment.webhook.secret "$(cat sandbox/payment.webhook.secret)"
secret mongo key "$(random)"
secret mongo root-password "$(random)"
secret grafana admin-password "$(random)"

chown -R 10001:10001 ./*-service sandbox
chown -R 999:999 mongo
chmod 400 mongo/key
chown -R 472:472 grafana
