// The fence: imports go down, never up or sideways. test/fence proves that every rule fires.
// room -> the rooms it may import besides itself
const rooms = {
  domain: [],
  lib: [],
  locales: ['lib'],
  ports: ['domain'],
  store: ['ports', 'domain', 'lib'],
  usecases: ['store', 'ports', 'domain', 'lib'],
  payments: ['ports', 'domain', 'lib'],
  nodes: ['ports', 'domain', 'lib'],
  telegram: ['usecases', 'ports', 'domain', 'lib', 'locales'],
  jobs: ['usecases', 'ports', 'domain', 'lib', 'locales'],
  http: ['usecases', 'ports', 'domain', 'lib', 'locales'],
  cli: ['usecases', 'ports', 'domain', 'lib', 'locales'],
  'node-agent': ['nodes/protocol', 'domain/connections', 'lib'],
  sandbox: ['lib'],
};
const inSource = '^(src|web)/';
const inTests = '[.]test[.]ts$|^test/';
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const direction = ([room, allowed]) =>
  rule(
    `direction-${room}`,
    { path: `^src/${room}/`, pathNot: inTests },
    { path: inSource, pathNot: `^src/(${[room, ...allowed].join('|')})/` },
  );

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(direction),
    rule(
      'contract-is-pure',
      { path: '^src/http/contract/', pathNot: inTests },
      { path: inSource, pathNot: '^src/(http/contract|domain)/' },
    ),
    rule(
      'sandbox-contract-is-pure',
      { path: '^src/sandbox/contract/', pathNot: inTests },
      { path: inSource, pathNot: '^src/sandbox/contract/' },
    ),
    rule(
      'protocol-is-standalone',
      { path: '^src/nodes/protocol/', pathNot: inTests },
      { path: inSource, pathNot: '^src/nodes/protocol/' },
    ),
    rule(
      'web-sees-only-contracts',
      { path: '^web/' },
      { path: '^src/', pathNot: '^src/(http/contract|sandbox/contract)/' },
    ),
    rule(
      'domain-does-no-io',
      { path: '^src/(domain|ports)/', pathNot: inTests },
      { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-optional'] },
    ),
    rule(
      'network-only-in-adapters',
      { path: '^src/(store|usecases|jobs|telegram|cli)/', pathNot: inTests },
      { path: '^(node:)?(http|https|http2|net|tls|undici)$|node_modules/undici/' },
    ),
    rule(
      'no-dev-dependency-at-runtime',
      { path: '^src/', pathNot: inTests },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule('no-tests-in-source', { path: inSource, pathNot: inTests }, { path: inTests }),
    rule('no-circular', {}, { circular: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
};
