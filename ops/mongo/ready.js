// The health check of MongoDB: well when it is primary and every service has its account. What is missing is made:
// the replica set of one, and for each service an account that reaches its own database and key vault and no other.
const fs = require("fs");
const secret = (name) => fs.readFileSync("/run/secrets/" + name, "utf8").trim();
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
// roles.json says what a service may do in its own database: everywhere write, nowhere but where it must remove or drop.
// So with its account no entry of the journal or of the access log is removed, and no seal of them; nor, in its vault, a
// key or what a destroyed one leaves. Brought up to date at each start of the container.
const roles = JSON.parse(fs.readFileSync("/ops/roles.json", "utf8"));
for (const [service, privileges] of fs.existsSync("/tmp/roles") ? [] : Object.entries(roles)) {
  const role = { privileges, roles: [] };
  if (admin.getRole(service)) {
    admin.updateRole(service, role);
  } else {
    admin.createRole({ role: service, ...role });
  }
  const may = { roles: [service, "parameters"] };
  if (admin.getUser(service)) {
    admin.updateUser(service, may);
  } else {
    admin.createUser({ user: service, pwd: secret("mongodb-" + service), ...may });
  }
}
fs.writeFileSync("/tmp/roles", "");
