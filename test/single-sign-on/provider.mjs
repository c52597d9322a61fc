// A real OpenID provider in a process of its own, with what a dishonest or a broken one would do at its master's word.
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, decodeJwt } from 'jose';

let state;

async function newKey(kid, modulusLength = 3_072) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true, modulusLength });
  return {
    kid,
    privateKey,
    publicKey,
    jwk: { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' },
  };
}

async function makeProvider({ issuer, clients, key }) {
  const provider = new Provider(issuer, {
    clients,
    jwks: { keys: [key.jwk] },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile', 'groups'],
    claims: { email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    features: { backchannelLogout: { enabled: true } },
    clientBasedCORS: () => false,
    // Left alone it tells nobody on the same machine of a logout.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...state.accounts[id] }),
    }),
    // Everybody has agreed to everything.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid email profile groups');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (state.delay > 0) await new Promise((resume) => setTimeout(resume, state.delay));
    await next();
    if (context.path === '/token' && context.status === 200 && state.tampering !== null)
      context.body = { ...context.body, id_token: await tampered(context.body.id_token, state.tampering) };
  });
  return provider;
}

/** The ID token as it should not be. Where the point is a claim, it is signed by the provider's own key. */
async function tampered(idToken, { kind, claims = {} }) {
  const honest = decodeJwt(idToken);
  const payload = Object.fromEntries(
    Object.entries({ ...honest, ...claims }).filter(([, value]) => value !== null),
  );
  const signed = (key, alg = 'RS256', kid = key.kid) =>
    new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(key.privateKey ?? key);
  switch (kind) {
    case 'claims':
      return signed(state.key);
    case 'foreign-key':
      return signed({ ...(await newKey(state.key.kid)) });
    case 'unsigned':
      return new UnsecuredJWT(payload).encode();
    case 'shared-secret':
      return signed(Buffer.from(state.secret), 'HS256', undefined);
    case 'another':
      return state.earlier;
    case 'remember':
      state.earlier = idToken;
      return idToken;
    case 'broken':
      return `${idToken.slice(0, -6)}AAAAAA`;
  }
}

async function listen(port) {
  const provider = await makeProvider(state);
  const answer = provider.callback();
  state.server = createServer((request, response) => {
    // Nothing is kept open, so that it can be stopped and started at once.
    response.setHeader('connection', 'close');
    answer(request, response);
  });
  await new Promise((resume) => state.server.listen(port, '127.0.0.1', resume));
}

async function stop() {
  state.server.closeAllConnections();
  await new Promise((resume) => state.server.close(resume));
}

const orders = {
  start: async ({ clients, secret }) => {
    const placeholder = createServer();
    await new Promise((resume) => placeholder.listen(0, '127.0.0.1', resume));
    const { port } = placeholder.address();
    await new Promise((resume) => placeholder.close(resume));
    const issuer = `http://localhost:${port}`;
    const key = await newKey('first');
    state = { issuer, port, clients, secret, key, accounts: {}, tampering: null, delay: 0, earlier: null };
    await listen(port);
    return { issuer };
  },
  accounts: ({ accounts }) => Object.assign(state.accounts, accounts),
  tamper: ({ tampering }) => (state.tampering = tampering),
  slow: ({ delay }) => (state.delay = delay),
  stop,
  restart: async () => listen(state.port),
  rotate: async ({ bits }) => {
    await stop();
    state.key = await newKey(`after ${state.key.kid}`, bits);
    await listen(state.port);
  },
  /** A token signed by the provider's key, or by another of the same name. */
  sign: async ({ claims, typ, forged = false }) => {
    const key = forged ? await newKey(state.key.kid) : state.key;
    return {
      token: await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: key.kid, ...(typ === null ? {} : { typ }) })
        .sign(key.privateKey),
    };
  },
};

process.on('message', async ({ id, order, ...rest }) => {
  try {
    process.send({ id, answer: (await orders[order](rest)) ?? null });
  } catch (error) {
    process.send({ id, fault: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
