module.exports = require('./dist/src/zapier/app.js').app;
