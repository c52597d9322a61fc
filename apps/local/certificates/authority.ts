import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { CERTIFICATE_SIGNATURE } from '#domain';
import type { CertifiedPart } from './certified-parts.js';

const DAY_MS = 24 * 3_600_000;
/** Certificates begin this long before they are made, so that a clock that is put right, or is behind, does not matter. */
const BEGINS_BEFORE_MS = 3_600_000;
/** How long an authority vouches, in days. */
const AUTHORITY_DAYS = 730;
/** How long a part's certificate is valid, in days. */
export const CERTIFICATE_DAYS = 90;
const AUTHORITY_NAME = 'spend-control deployment authority';

/** A certificate with its key, both as PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

/** When a certificate was made, in milliseconds since 1970. */
export function madeAt({ validFrom: begins }: X509Certificate): number {
  return Date.parse(begins) + BEGINS_BEFORE_MS;
}

/** A certificate that was kept; null where what was kept is none. */
export function certificateFrom(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

/** Whether a key that was kept is one, and the one of a certificate. */
export function isKeyOf(certificate: X509Certificate, key: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

/** Makes an authority, which vouches for what it signs and for nothing that signs in its turn. */
export async function makeAuthority(now: Date): Promise<Certified> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validFrom(now, AUTHORITY_DAYS),
    name: [{ CN: [AUTHORITY_NAME] }],
    keys,
    signingAlgorithm: CERTIFICATE_SIGNATURE.signature,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: pemOf(certificate), key: await pemOfKey(keys.privateKey) };
}

/** The names a part is reached by. */
export function namesOf({ name, alsoCalled = [] }: CertifiedPart): readonly string[] {
  return [name, ...alsoCalled];
}

/** What a part may do with its certificate, as object identifiers. */
export function usesOf({ serves, calls }: CertifiedPart): readonly string[] {
  return [
    ...(serves ? [x509.ExtendedKeyUsage.serverAuth] : []),
    ...(calls ? [x509.ExtendedKeyUsage.clientAuth] : []),
  ];
}

/** Makes a key for a part and has the authority vouch for it. */
export async function certify(authority: Certified, part: CertifiedPart, now: Date): Promise<Certified> {
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    ...validFrom(now, CERTIFICATE_DAYS),
    subject: [{ CN: [part.name] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: await signingKeyOf(authority.key),
    signingAlgorithm: CERTIFICATE_SIGNATURE.signature,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([...usesOf(part)]),
      new x509.SubjectAlternativeNameExtension(namesOf(part).map((value) => ({ type: 'dns', value }))),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { certificate: pemOf(certificate), key: await pemOfKey(keys.privateKey) };
}

function validFrom(now: Date, days: number) {
  return {
    // The sign of a whole number is its first bit, and must be positive.
    serialNumber: `5a${randomBytes(15).toString('hex')}`,
    notBefore: new Date(now.getTime() - BEGINS_BEFORE_MS),
    notAfter: new Date(now.getTime() + days * DAY_MS),
  };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(CERTIFICATE_SIGNATURE.key, true, ['sign', 'verify']);
}

function signingKeyOf(pem: string): Promise<webcrypto.CryptoKey> {
  const [der = new ArrayBuffer()] = x509.PemConverter.decode(pem);
  return webcrypto.subtle.importKey('pkcs8', der, CERTIFICATE_SIGNATURE.key, false, ['sign']);
}

function pemOf(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}

async function pemOfKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  return `${x509.PemConverter.encode(der, 'PRIVATE KEY')}\n`;
}
