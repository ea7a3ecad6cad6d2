// The health check of MongoDB: well when it is primary and every service has its account. What is missing is made:
// the replica set of one, and for each service an account that reaches its own database and key vault and no other.
const secret = (name) => require("fs").readFileSync("/run/secrets/" + name, "utf8").trim();
const admin = db.getSiblingDB("admin");
admin.auth("root", secret("mongodb-root"));

if (!db.hello().setName) {
  rs.initiate({ _id: "rs0", members: [{ _id: 0, host: "mongo:27017" }] });
}
if (!db.hello().isWritablePrimary) {
  quit(1);
}
if (!admin.getRole("parameters")) {
  // a rebuild of a projection asks how long transactions may take
  admin.createRole({
    role: "parameters",
    privileges: [{ resource: { cluster: true }, actions: ["getParameter"] }],
    roles: [],
  });
}
for (const service of ["beneficiary", "grant", "story", "notification"]) {
  if (!admin.getUser(service)) {
    admin.createUser({
      user: service,
      pwd: secret("mongodb-" + service),
      roles: [
        { role: "readWrite", db: service },
        { role: "readWrite", db: service + "_vault" },
        "parameters",
      ],
    });
  }
}
