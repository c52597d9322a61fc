// How the sources become programs while they are tested: by the workers that keep them, and by Jest's own runner.

/** Parts of the service, which are imported as `#name`. */
export const PARTS = [
  'domain',
  'platform',
  'persistence',
  'identity',
  'casework',
  'notifications',
  'audit',
  'edge',
];

/** What swc is told. Decorators are kept with the types they stand at: what is injected where is found by them. */
export const SWC_OPTIONS = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
