import {
  formatCheckpoint,
  introductionOf,
  keysIntroducedIn,
  openCheckpoint,
  originOf,
  parseCheckpoint,
  signCheckpoint,
  treeNamedBy,
} from './checkpoint.js';
import { hex } from './merkle.fixture.js';
import { emptyRoot } from './merkle.js';
import { generateSigningKey, NoteError, parseVerifierKey } from './note-keys.js';

// A checkpoint of the public log of Go modules, and the key built into every Go since 1.13.
const GO_LOG = parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8');
const GO_CHECKPOINT =
  'go.sum database tree\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
  '— sum.golang.org Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';

const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';

describe('a checkpoint', () => {
  it('of a public log is read and believed', () => {
    const checkpoint = openCheckpoint(GO_CHECKPOINT, [GO_LOG]);
    expect(checkpoint).toMatchObject({
      origin: 'go.sum database tree',
      size: 20_852_163,
      extensions: [],
      signedBy: [GO_LOG],
    });
    expect(hex(checkpoint.root)).toBe('0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62');
    expect(() => openCheckpoint(GO_CHECKPOINT.replace('20852163', '20852164'), [GO_LOG])).toThrow(
      'does not fit the text',
    );
  });

  it('is written as the example of the format', () => {
    expect(
      formatCheckpoint({
        origin: 'example.com/behind-the-sofa',
        size: 20_852_163,
        root: Buffer.from(ROOT, 'base64'),
        extensions: [],
      }),
    ).toBe(`example.com/behind-the-sofa\n20852163\n${ROOT}\n`);
  });

  it('introduces keys in lines of its text, and passes over lines that it does not know', () => {
    const { verifier } = generateSigningKey('example.gov.uk/log');
    const introduction = introductionOf(verifier);
    const checkpoint = {
      origin: 'example.gov.uk/log',
      size: 0,
      root: emptyRoot(),
      extensions: ['one', introduction, 'key of a kind to come', introduction.replace('key ', 'keys ')],
    };
    expect(keysIntroducedIn(parseCheckpoint(formatCheckpoint(checkpoint)))).toEqual([
      { ...verifier, publicKey: Buffer.from(verifier.publicKey) },
    ]);
    expect(keysIntroducedIn({ ...checkpoint, extensions: [] })).toEqual([]);
  });

  it('comes back from a note signed with two keys, extensions included', () => {
    const keys = [generateSigningKey('example.gov.uk/log'), generateSigningKey('example.gov.uk/log')];
    const checkpoint = {
      origin: 'example.gov.uk/log',
      size: 0,
      root: emptyRoot(),
      extensions: ['one', 'two'],
    };
    const known = keys.map(({ verifier }) => verifier);
    expect(openCheckpoint(signCheckpoint(checkpoint, keys), known)).toEqual({
      ...checkpoint,
      signedBy: known,
    });
  });

  it.each([
    ['no origin', `\n1\n${ROOT}\n`],
    ['no root', 'a\n1\n'],
    ['an empty root', 'a\n1\n\n'],
    ['nothing', ''],
    ['only a newline', '\n'],
    ['a leading zero', `a\n01\n${ROOT}\n`],
    ['a sign', `a\n+1\n${ROOT}\n`],
    ['a space before the size', `a\n 1\n${ROOT}\n`],
    ['a hexadecimal size', `a\n0x1\n${ROOT}\n`],
    ['a size beyond counting', `a\n9007199254740992\n${ROOT}\n`],
    ['a short root', 'a\n1\nCsUYag==\n'],
    ['a root that is not base64', `a\n1\n${ROOT.replace('=', '')}\n`],
    ['an empty extension', `a\n1\n${ROOT}\n\n`],
    ['no newline at the end', `a\n1\n${ROOT}`],
  ])('is not one with %s', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(NoteError);
  });

  it('names in its origin the hash function of the tree, by which the root is as long', () => {
    expect(originOf('example.gov.uk/log', 'sha256')).toBe('example.gov.uk/log');
    expect(originOf('example.gov.uk/log', 'sha384')).toBe('example.gov.uk/log/sha384');
    expect(treeNamedBy('example.gov.uk/log')).toEqual({ log: 'example.gov.uk/log', by: 'sha256' });
    expect(treeNamedBy('example.gov.uk/log/sha384')).toEqual({ log: 'example.gov.uk/log', by: 'sha384' });
    const other = { origin: 'a/sha384', size: 0, root: emptyRoot('sha384'), extensions: [] };
    expect(parseCheckpoint(formatCheckpoint(other))).toEqual(other);
    expect(() => formatCheckpoint({ ...other, origin: 'a' })).toThrow('32 bytes');
    expect(() => formatCheckpoint({ ...other, root: emptyRoot() })).toThrow('48 bytes');
    expect(() => parseCheckpoint(`a/sha384\n1\n${ROOT}\n`)).toThrow('48 bytes');
  });

  it('is not written when it could not be read', () => {
    const good = { origin: 'a', size: 1, root: emptyRoot(), extensions: [] };
    expect(parseCheckpoint(formatCheckpoint(good))).toEqual(good);
    expect(() => formatCheckpoint({ ...good, origin: '' })).toThrow(NoteError);
    expect(() => formatCheckpoint({ ...good, origin: 'a\nb' })).toThrow(NoteError);
    expect(() => formatCheckpoint({ ...good, extensions: [''] })).toThrow(NoteError);
    expect(() => formatCheckpoint({ ...good, root: emptyRoot().subarray(1) })).toThrow(NoteError);
    expect(() => formatCheckpoint({ ...good, size: -1 })).toThrow(RangeError);
  });
});
