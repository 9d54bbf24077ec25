#!/bin/bash
# Opens the replica set when it is new; succeeds once this node takes writes.
root=$(</run/nearstock/mongo/root-password)
mongosh --quiet -u root -p "$root" --authenticationDatabase admin --eval "
    try { rs.status() } catch (unopened) { rs.initiate({_id: 'rs0', members: [{_id: 0, host: 'mongo:27017'}]}) }
    quit(db.hello().isWritablePrimary ? 0 : 1)"
