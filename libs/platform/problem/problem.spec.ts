import { conflict, notFound, PROBLEM_KINDS, ProblemError, unprocessable } from './problem.js';

describe('problems', () => {
  it('carry a stable type, the status of their kind and a sentence', () => {
    const error = conflict('This case has already been decided.');
    expect(error).toBeInstanceOf(ProblemError);
    expect(error.message).toBe('This case has already been decided.');
    expect(error.problem).toEqual({
      type: '/problems/conflict',
      title: 'This does not fit how things stand',
      status: 409,
      detail: 'This case has already been decided.',
    });
  });

  it('name what is wrong by JSON pointer, and leave an empty list out', () => {
    const errors = [{ pointer: '/title', detail: 'Enter a title' }];
    expect(unprocessable('Some answers need attention.', errors).problem.errors).toEqual(errors);
    expect(unprocessable('Some answers need attention.', []).problem).not.toHaveProperty('errors');
    expect(notFound().problem).not.toHaveProperty('errors');
  });

  it('have one kind for each status, but for the refusal that a new sign-in lifts', () => {
    const { 'sign-in-again': again, ...others } = PROBLEM_KINDS;
    expect(again.status).toBe(others['not-permitted'].status);
    const statuses = Object.values(others).map((kind) => kind.status);
    expect(new Set(statuses).size).toBe(statuses.length);
  });
});
