// Health check of what answers HTTP, the API and the pages: whether work can be sent to it.
const port = process.env.HTTP_PORT ?? '3000';
const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
process.exit(answer?.ok === true ? 0 : 1);
