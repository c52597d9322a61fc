import { Param, type PipeTransform } from '@nestjs/common';
import { parseCaseReference, POINT_NUMBERS, type PointNumber } from '#domain';
import { notFound } from '#platform';

const readReference: PipeTransform<string, string> = {
  transform(value) {
    const reference = parseCaseReference(value);
    if (reference === null) throw notFound();
    return reference;
  },
};

// The parameter's declared type is a number, so the global pipe may have made one of the text before this one is asked.
const readPoint: PipeTransform<string | number, PointNumber> = {
  transform(value) {
    const point = POINT_NUMBERS.find((number) => String(number) === String(value));
    if (point === undefined) throw notFound();
    return point;
  },
};

const readVersion: PipeTransform<string | number, number> = {
  transform(value) {
    if (!/^[1-9]\d{0,8}$/.test(String(value))) throw notFound();
    return Number(value);
  },
};

/** The event of a case in the path. */
export function SequenceParam(): ParameterDecorator {
  return Param('sequence', readVersion);
}

/** The case in the path, in its canonical form. Small letters and missing hyphens are forgiven; the rest is 404. */
export function ReferenceParam(): ParameterDecorator {
  return Param('reference', readReference);
}

/** Another case in the path, read as the first is. */
export function OtherReferenceParam(): ParameterDecorator {
  return Param('otherReference', readReference);
}

/** The point in the path. What is not one of the 13 names nothing. */
export function PointParam(): ParameterDecorator {
  return Param('point', readPoint);
}

/** The submission version in the path. */
export function VersionParam(): ParameterDecorator {
  return Param('number', readVersion);
}
