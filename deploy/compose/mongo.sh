#!/bin/bash
# A replica set of one, with a user for each service that may touch its own database only.
set -euo pipefail
secrets=/run/nearstock
root=$(<"$secrets/mongo/root-password")

if [ ! -f /data/db/.users ]; then
    chown -R mongodb:mongodb /data/db
    gosu mongodb mongod --fork --logpath /tmp/first.log --bind_ip 127.0.0.1 --port 27018
    {
        echo "admin = db.getSiblingDB('admin');"
        # A first start that was cut short has made some of them.
        echo "function user(name, pwd, roles) { admin.getUser(name) ?? admin.createUser({user: name, pwd, roles}) }"
        echo "user('root', '$root', ['root']);"
        for service in account catalog inventory order recommendation notification; do
            database=$service
            [ "$service" = order ] && database=orders
            password=$(<"$secrets/$service-service/MONGODB_PASSWORD")
            echo "user('$service-service', '$password', [{role: 'readWrite', db: '$database'}]);"
        done
    } | mongosh --quiet --port 27018
    gosu mongodb mongod --shutdown --dbpath /data/db
    touch /data/db/.users
fi

exec gosu mongodb mongod --bind_ip_all --replSet rs0 --keyFile "$secrets/mongo/key" --quiet
