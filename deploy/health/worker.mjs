// Health check of the worker's container, which listens to nothing: whether what it works with can be reached from it.
// A worker that has ended is noticed by the container having ended.
import { connect } from 'node:net';

const DEFAULT_PORTS = { 'postgresql:': 5432, 'postgres:': 5432, 'redis:': 6379, 'rediss:': 6379 };

function reach(address) {
  const { protocol, hostname, port } = new URL(address);
  return new Promise((done, fail) => {
    const socket = connect({ host: hostname, port: Number(port || DEFAULT_PORTS[protocol]), timeout: 3_000 });
    socket.once('connect', () => done(socket.destroy()));
    socket.once('timeout', () => fail(new Error('No answer')));
    socket.once('error', fail);
  });
}

const addresses = [process.env.DATABASE_URL, process.env.REDIS_URL].filter(Boolean);
process.exit(
  await Promise.all(addresses.map(reach)).then(
    () => 0,
    () => 1,
  ),
);
