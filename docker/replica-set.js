// Run by mongosh as MongoDB's health check. A new server becomes a replica set of one, which transactions and change
// streams need; from then on the check is whether it can be written to.
try {
  rs.status();
} catch (fault) {
  if (fault.codeName !== 'NotYetInitialized') throw fault;
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
if (!db.hello().isWritablePrimary) quit(1);
