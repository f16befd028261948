const assert = require("node:assert/strict");
const { run } = require("./out/bundle.cjs");

run(process.env.WEBSETS_URL).then((said) => assert.equal(said, "v true InvalidInputError"));
