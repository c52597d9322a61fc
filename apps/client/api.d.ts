// Written by `npm run docs` from the description of the API. Change the API, not this file.
// Stamp: 9ce5c76983bc9c08f8363d7764f0ffce39c4f944e736f969452e9f63f7cdea3c
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OpenApi.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sessions.list"];
        put?: never;
        post: operations["Sessions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sessions.current"];
        put?: never;
        post?: never;
        delete: operations["Sessions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Sessions.endOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Sessions.endOne"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations.list"];
        put?: never;
        post: operations["Organisations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Organisations.change"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisations.changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People.list"];
        put?: never;
        post: operations["People.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People.giveRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["People.endRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/sign-in-lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["People.liftLock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["People.endEverybodysSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["People.endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/external-identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["People.endExternalIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/deactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People.deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/email-preference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EmailPreference.read"];
        put: operations["EmailPreference.choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OwnTokens.list"];
        put?: never;
        post: operations["OwnTokens.make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["OwnTokens.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/machine-access/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MachineAccess.listTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/machine-access/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["MachineAccess.revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/machine-access/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MachineAccess.listClients"];
        put?: never;
        post: operations["MachineAccess.registerClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/machine-access/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["MachineAccess.revokeClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Welcome.welcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the cases you may see, newest first or by due time */
        get: operations["CaseReading.list"];
        put?: never;
        /** Starts a case */
        post: operations["Drafting.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the cases you may see, no further than is of use */
        get: operations["CaseReading.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a case */
        get: operations["CaseReading.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/points/{point}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads what the department says about a point */
        get: operations["CaseReading.point"];
        /** Saves what the department says about a point */
        put: operations["Drafting.savePoint"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/legacy-exceptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a legacy exception with its risk score */
        get: operations["CaseReading.legacyException"];
        /** Replaces what a legacy exception says */
        put: operations["Drafting.changeException"];
        post?: never;
        /** Removes a legacy exception from the request */
        delete: operations["Drafting.removeException"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what is still missing before the case can be signed off */
        get: operations["CaseReading.completeness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what you can do with the case now, and why not where you cannot */
        get: operations["CaseReading.actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what reviewers think of the points */
        get: operations["CaseReviewReading.assessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the rulings on legacy exceptions */
        get: operations["CaseReviewReading.rulings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the returns for information */
        get: operations["CaseReviewReading.returns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the recommendations */
        get: operations["CaseReviewReading.recommendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the decisions on a case, first to last */
        get: operations["CaseReviewReading.decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists every condition a decision on the case imposed */
        get: operations["CaseReviewReading.conditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the comments you may see */
        get: operations["CaseReviewReading.comments"];
        put?: never;
        /** Adds a comment, or an answer to one */
        post: operations["Comments.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives one comment */
        get: operations["CaseReviewReading.comment"];
        /** Changes what your own comment says */
        put: operations["Comments.edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the submission versions */
        get: operations["CaseHistory.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads what was submitted as a version */
        get: operations["CaseHistory.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/versions/{number}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what changed between two versions, point by point */
        get: operations["CaseHistory.difference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what happened to the case, in order */
        get: operations["CaseHistory.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the emails the case gave rise to, latest first */
        get: operations["CaseHistory.emails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a case as it stood at an instant */
        get: operations["AsItStood.wholeCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the cases marked as related at an instant; none for departments */
        get: operations["AsItStood.relations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the files that had been attached at an instant */
        get: operations["AsItStood.attachments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the submission versions as they stood at an instant */
        get: operations["AsItStood.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what reviewers thought of the points as they stood at an instant */
        get: operations["AsItStood.assessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the rulings on legacy exceptions as they stood at an instant */
        get: operations["AsItStood.rulings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the returns for information as they stood at an instant */
        get: operations["AsItStood.returns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the recommendations as they stood at an instant */
        get: operations["AsItStood.recommendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the decisions on a case as they stood at an instant */
        get: operations["AsItStood.decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists every condition a decision on the case had imposed as they stood at an instant */
        get: operations["AsItStood.conditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/spend-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the reports of what was spent as they stood at an instant */
        get: operations["AsItStood.spendReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the comments you may see as they stood at an instant */
        get: operations["AsItStood.comments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/rating-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the confirmations and overrides of the rating as they stood at an instant */
        get: operations["AsItStood.ratingReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/as-it-stood/external-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the decisions of ministers and HM Treasury as they stood at an instant */
        get: operations["AsItStood.externalDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/points/{point}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attaches a file to the evidence of a point
         * @description The body is the file itself. Taken are a PDF, Word, Excel, PowerPoint or OpenDocument file, a PNG or JPEG picture, a CSV or a plain text file, by their content, which the name must agree with; files that run something, hide something or unpack to far more than their size are refused (422). Where a scanner is configured, a file waits to be found clean before anybody can download it.
         */
        post: operations["Attachments.attachToPoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/legacy-exceptions/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attaches a file to a legacy exception
         * @description The body is the file itself. Taken are a PDF, Word, Excel, PowerPoint or OpenDocument file, a PNG or JPEG picture, a CSV or a plain text file, by their content, which the name must agree with; files that run something, hide something or unpack to far more than their size are refused (422). Where a scanner is configured, a file waits to be found clean before anybody can download it.
         */
        post: operations["Attachments.attachToException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/conditions/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attaches a file to the evidence that a condition is met, before that is given
         * @description The body is the file itself. Taken are a PDF, Word, Excel, PowerPoint or OpenDocument file, a PNG or JPEG picture, a CSV or a plain text file, by their content, which the name must agree with; files that run something, hide something or unpack to far more than their size are refused (422). Where a scanner is configured, a file waits to be found clean before anybody can download it.
         */
        post: operations["Attachments.attachToCondition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/messages/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attaches a file to your own message of a request for advice
         * @description The body is the file itself. Taken are a PDF, Word, Excel, PowerPoint or OpenDocument file, a PNG or JPEG picture, a CSV or a plain text file, by their content, which the name must agree with; files that run something, hide something or unpack to far more than their size are refused (422). Where a scanner is configured, a file waits to be found clean before anybody can download it.
         */
        post: operations["Attachments.attachToMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the files attached to a case, those that were removed as well */
        get: operations["Attachments.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads what is known of an attached file */
        get: operations["Attachments.read"];
        put?: never;
        post?: never;
        /** Removes a file from what the case says now; versions that have it keep it */
        delete: operations["Attachments.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads an attached file
         * @description Its ETag is the SHA-256 of its bytes, which is worked out again as they are sent: where it differs the answer is broken off. 409 while it waits to be found clean, or where a virus was found in it.
         */
        get: operations["Attachments.download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes some of the details */
        patch: operations["Drafting.changeDetails"];
        trace?: never;
    };
    "/api/v1/cases/{reference}/legacy-exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a legacy exception */
        post: operations["Drafting.addException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/begin-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins the request that spend was planned for: it is a draft then */
        post: operations["Submission.beginRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs the draft off for the department */
        post: operations["Submission.signOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/take-back-sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the sign-off back, so that the draft can be changed */
        post: operations["Submission.takeBackSignOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submits the case to GDS Assurance */
        post: operations["Submission.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/record-departmental-assurance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that the department has assured the request itself; the reason says what it found */
        post: operations["Submission.recordDepartmentalAssurance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws the request for good */
        post: operations["Submission.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a return; the reason says how */
        post: operations["Submission.resubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/close-draft-below-threshold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records and closes a draft whose spending needs no approval */
        post: operations["Submission.closeDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledges a submission and names the reviewer */
        post: operations["Review.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/start-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts the review */
        post: operations["Review.startReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/assessments/{point}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Records what the reviewer thinks of a point */
        put: operations["Review.assess"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/legacy-exceptions/{id}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Accepts or refuses a legacy exception */
        put: operations["Review.rule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Returns the case for information */
        post: operations["Review.giveBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/recommend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Recommends a decision */
        post: operations["Review.recommend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/close-submission-below-threshold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a submission whose spending needs no approval */
        post: operations["Review.closeSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says where the case stands against its thresholds, how it is rated and which route it takes */
        get: operations["TriageReading.triage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the clock of the case, now or as it stood at an instant */
        get: operations["TriageReading.clockOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/rating-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the confirmations and overrides of the rating */
        get: operations["TriageReading.ratingReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/external-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the decisions of ministers and HM Treasury as recorded */
        get: operations["TriageReading.externalDecisions"];
        put?: never;
        /** Records a decision of a minister or of HM Treasury, or corrects such a record */
        post: operations["Triage.recordExternalDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/review-rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms or overrides the rating */
        post: operations["Triage.reviewRating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/set-review-depth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says how closely the case is looked at */
        post: operations["Triage.setDepth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/call-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a case that the department assured itself to GDS Assurance */
        post: operations["Triage.callIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/extend-clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a target more time */
        post: operations["Triage.extendClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the cases marked as related, from either side; none for departments */
        get: operations["Relations.list"];
        put?: never;
        /** Marks another case as related */
        post: operations["Relations.relate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/relation-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggests cases that may be related, with the reason; none for departments */
        get: operations["Relations.suggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/relations/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unmarks a related case */
        post: operations["Relations.unrelate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a case nobody has to a reviewer */
        post: operations["Assignment.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a case from its reviewer to another */
        post: operations["Assignment.handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/unassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a case back, so that it waits in the queue again */
        post: operations["Assignment.unassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-queue/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives you the case that is due first among those you may take */
        post: operations["Assignment.next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the reviewers with what they have in hand, least busy first */
        get: operations["Assignment.reviewers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/earned-autonomy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what was recorded of an organisation’s earned autonomy, latest first */
        get: operations["EarnedAutonomy.list"];
        put?: never;
        /** Records earned autonomy, or corrects what was recorded */
        post: operations["EarnedAutonomy.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threshold-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compares an amount with the thresholds of a regime */
        get: operations["ThresholdCheck.check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/refer-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refers a recommended case back to the review */
        post: operations["Decisions.referBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves */
        post: operations["Decisions.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/approve-with-conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves with conditions */
        post: operations["Decisions.approveWithConditions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/not-approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does not approve */
        post: operations["Decisions.notApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/supersede": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a new decision in the place of the one that stands */
        post: operations["Decisions.supersede"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/conditions/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives evidence that a condition is met */
        post: operations["Conditions.submitEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/conditions/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms that a condition is met */
        post: operations["Conditions.confirmMet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/conditions/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the evidence for a condition back */
        post: operations["Conditions.sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/conditions/{id}/not-met": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Concludes that what was promised was not met */
        post: operations["Conditions.concludeNotMet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/conditions/{id}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Waives a condition */
        post: operations["Conditions.waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/conditions/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a condition more time */
        post: operations["Conditions.extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the approval a case starts from, held against it, and the cases that start from it */
        get: operations["AfterDecision.following"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/variations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a variation or an extension of an approved case */
        post: operations["AfterDecision.startVariation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives what was spent of an approval, held against what was approved */
        get: operations["AfterDecision.spend"];
        put?: never;
        /** Records what was spent so far */
        post: operations["AfterDecision.recordSpend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals-ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the approvals you may see that are about to run out, or have */
        get: operations["AfterDecision.ending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/comments/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a comment as resolved */
        post: operations["Comments.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/comments/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a comment as open again */
        post: operations["Comments.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the decisions you may see, latest first */
        get: operations["DecisionList.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/code-of-practice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the 13 points of the Technology Code of Practice */
        get: operations["ReferenceData.codeOfPractice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/legacy-risk-framework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the criteria of the Legacy IT Risk Assessment Framework */
        get: operations["ReferenceData.legacyRiskFramework"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/regimes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the versions of the spend control this service knows */
        get: operations["ReferenceData.regimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/working-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the bank holidays that clocks go by */
        get: operations["ReferenceData.workingDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/common-components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the common components of government that requests are asked about */
        get: operations["ReferenceData.commonComponents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/lifecycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads who may do what to a case in which state */
        get: operations["ReferenceData.lifecycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the kinds of reference data that come in versions, with their versions */
        get: operations["ReferenceDataVersions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/{kind}/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads one version of some reference data */
        get: operations["ReferenceDataVersions.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a version; the document is the body. A regime is adopted apart */
        post: operations["ReferenceDataVersions.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists your searches and those of your teams, by name, with counts */
        get: operations["SavedSearches.list"];
        put?: never;
        /** Saves a search, for yourself or for a team */
        post: operations["SavedSearches.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a search, with its count */
        get: operations["SavedSearches.read"];
        /** Replaces what a search of yours says; its followers start over when its criteria change */
        put: operations["SavedSearches.change"];
        post?: never;
        /** Removes a search of yours; nobody follows it any more */
        delete: operations["SavedSearches.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the cases you may see that match */
        get: operations["SavedSearches.run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follows a search: you get an email when something new matches */
        put: operations["SavedSearches.follow"];
        post?: never;
        /** Stops following a search */
        delete: operations["SavedSearches.unfollow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what happened to all cases in the order of the log, to go on from a cursor */
        get: operations["Events.after"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the steps of an organisation’s cases as an Atom feed, the latest first */
        get: operations["OrganisationFeed.feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Webhooks.list"];
        put?: never;
        post: operations["Webhooks.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Webhooks.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Webhooks.change"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Webhooks.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Webhooks.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Webhooks.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Webhooks.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Webhooks.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Webhooks.replayOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Webhooks.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what the log is called, how large it is and which keys sign it */
        get: operations["DecisionLog.log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the latest signed checkpoint, to keep */
        get: operations["DecisionLog.checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-log/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists signed checkpoints, smallest first */
        get: operations["DecisionLog.checkpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-log/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proves that the log of one size begins with the log of another */
        get: operations["DecisionLog.consistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/events/{sequence}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives an event in the form it is hashed in, and the proof that the log holds it */
        get: operations["EventProof.proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the whole log as JSON Lines, for the verifier that needs nothing else */
        get: operations["LogExport.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports decisions made elsewhere, all of a file or nothing
         * @description The file is described in docs/import.md. A row that was imported before is left as it is, so the same file can be sent again, with the same or another Idempotency-Key: it answers that nothing is new. Files of more than 10 MiB are imported on the command line.
         */
        post: operations["DecisionImports.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/likenesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists pairs of cases of different organisations that look alike, the most alike first, with the reasons */
        get: operations["Likenesses.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/likenesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives what looks like a case, none of it for departments, and whom its department was put in touch with */
        get: operations["LikenessOfCase.ofCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/likenesses/{otherReference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives two cases beside one another, with why they look alike */
        get: operations["LikenessOfCase.pair"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/likenesses/{otherReference}/put-in-touch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts the departments of two cases in touch, and tells both */
        post: operations["LikenessOfCase.putInTouch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/likenesses/{otherReference}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismisses a likeness for good */
        post: operations["LikenessOfCase.dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the planned spend you may see, in the order it is to start */
        get: operations["Pipeline.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sums the planned spend you may see by quarter and year, with contracts that end */
        get: operations["Pipeline.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the planned spend a list would show, on all its pages, as a file
         * @description Comma-separated values, as an import takes them: imported again unchanged, the file changes nothing. Cells that a spreadsheet would run as a formula begin with an apostrophe, which an import takes off again. The header `Export-Id` names the receipt of the file, which `GET /api/v1/exports/{id}` reads.
         */
        get: operations["Pipeline.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports planned spend, all of a file or nothing
         * @description The file is described in docs/pipeline.md. An entry is known again by its organisation and the key that organisation gives it, so that the same file can be sent again: it answers that nothing is new. Where any row is bad nothing is imported, and the answer is 422 with everything that is wrong, each with the line of the file and the column as its pointer (“/5/title”). A dry run answers 200 with the whole report either way.
         */
        post: operations["Pipeline.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the requests for advice you may see */
        get: operations["Advice.list"];
        put?: never;
        /** Asks GDS Assurance for advice */
        post: operations["Advice.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a request for advice with its thread */
        get: operations["Advice.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes again about your question */
        post: operations["Advice.followUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens your question again, saying what is left to ask */
        post: operations["Advice.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a question */
        post: operations["Advice.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}/referral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a question to the Crown Commercial Service by email */
        post: operations["Advice.refer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a question, saying how it ended */
        post: operations["Advice.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says which case a question is about, beside which what was advised then stands */
        post: operations["Advice.tie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}/marking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a question more strictly than it is */
        post: operations["Advice.mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}/guidance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes an answer to every department as guidance */
        post: operations["Advice.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice/{reference}/guidance/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes published guidance back */
        post: operations["Advice.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guidance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the guidance that was made of answers, newest first */
        get: operations["Guidance.guidance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives what was advised on a case, in the order it was asked */
        get: operations["Guidance.ofCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/disposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a case for disposal once its period has passed */
        post: operations["Disposal.mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/disposal/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Holds a case that has ended back from disposal, whether it is marked or not */
        post: operations["Disposal.hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{reference}/disposal/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lifts a hold; where the case is marked, the waiting time begins anew */
        post: operations["Disposal.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists ended cases that are due for disposal, marked, held or disposed of */
        get: operations["DisposalList.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists who saw a case, or what a person looked at, latest first */
        get: operations["AccessRecords.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/component-take-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts which common components requests use and what those that do not ask for; filters are those of the question “components”, and a department counts its own cases */
        get: operations["ComponentTakeUp.takeUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what can be asked of the history, with columns, filters and examples */
        get: operations["DecisionHistory.catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-history/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers a question, page by page; a department sees its own cases */
        get: operations["DecisionHistory.answer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decision-history/{question}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports the whole answer, as it stands at one instant, with a receipt */
        get: operations["DecisionHistory.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the receipt of an export: your own, or as an auditor anybody’s */
        get: operations["Exports.receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Liveness: {
            /** @enum {string} */
            status: "ok";
        };
        Readiness: {
            ready: boolean;
            /** @description What it needs, by name. Without “access-log” it still answers, but shows no restricted cases; without “attachments” no files are taken or given, and without “virus-scanner” new ones wait. “certificate” fails three weeks before the one it serves HTTPS with ends. */
            checks: {
                [key: string]: "ok" | "failed";
            };
        };
        SignInRequest: {
            /**
             * Format: email
             * @description Email address of the account.
             */
            email: string;
            /** @description The password, exactly. */
            password: string;
        };
        OrganisationSummary: {
            /** Format: uuid */
            id: string;
            /** @description Readable and stable, like “home-office”. */
            key: string;
            name: string;
        };
        RoleSummary: {
            /** @enum {string} */
            role: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
            organisation: components["schemas"]["OrganisationSummary"];
        };
        SessionPerson: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: email */
            email: string;
            roles: components["schemas"]["RoleSummary"][];
        };
        NewSession: {
            /** @description Told once: keep it secret, send it as “Authorization: Bearer”. */
            token: string;
            /**
             * Format: date-time
             * @description When the token ends.
             */
            expiresAt: string;
            person: components["schemas"]["SessionPerson"];
        };
        CurrentSession: {
            person: components["schemas"]["SessionPerson"];
        };
        OwnSessionResource: {
            /** Format: uuid */
            id: string;
            /**
             * @description A browser, or a token given for an email address and a password.
             * @enum {string}
             */
            kind: "browser" | "token";
            /** @description Id of the identity provider it began at; null where it began with a password. */
            provider: string | null;
            /** Format: date-time */
            beganAt: string;
            /**
             * Format: date-time
             * @description To about a minute; null for a token, of which it is not kept.
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When it ends at the latest.
             */
            expiresAt: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
        };
        OwnSessionsPage: {
            /** @description The latest first. */
            items: components["schemas"]["OwnSessionResource"][];
        };
        OrganisationResource: {
            /** Format: uuid */
            id: string;
            /**
             * @description Readable and stable.
             * @example home-office
             */
            key: string;
            name: string;
            acronym: string | null;
            /** Format: uuid */
            parentId: string | null;
            /** Format: date */
            validFrom: string;
            /**
             * Format: date
             * @description First day it no longer exists.
             */
            validTo: string | null;
        };
        OrganisationPage: {
            items: components["schemas"]["OrganisationResource"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        OrganisationRequest: {
            /** @example home-office */
            key: string;
            /** @example Home Office */
            name: string;
            /** @example HO */
            acronym?: string | null;
            /**
             * Format: uuid
             * @description The organisation it belongs to.
             */
            parentId?: string | null;
            /**
             * Format: date
             * @description First day it exists; today unless given.
             */
            validFrom?: string;
        };
        OrganisationChangeRequest: {
            /** @example Home Office */
            name?: string;
            /** @example HO */
            acronym?: string | null;
            /**
             * Format: date
             * @description First day it no longer exists; null takes an end back.
             */
            validTo?: string | null;
        };
        NamedPersonResource: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        OrganisationNamingResource: {
            name: string;
            acronym: string | null;
            /** Format: date */
            validTo: string | null;
        };
        OrganisationChangeResource: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            changedAt: string;
            changedBy: components["schemas"]["NamedPersonResource"];
            before: components["schemas"]["OrganisationNamingResource"];
            after: components["schemas"]["OrganisationNamingResource"];
        };
        OrganisationChangesResource: {
            items: components["schemas"]["OrganisationChangeResource"][];
        };
        OpenInvitationResource: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description It works until then.
             */
            expiresAt: string;
        };
        RoleResource: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
            organisation: components["schemas"]["OrganisationSummary"];
            /** Format: date-time */
            validFrom: string;
            /** @description Where it was asked for: in how many organisations that belong to it the role was given too. */
            alsoIn?: number;
        };
        PersonInListResource: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            email: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deactivatedAt: string | null;
            /**
             * @description Who is invited has not signed in yet, also where the time of the invitation has passed.
             * @enum {string}
             */
            standing: "active" | "invited" | "deactivated";
            /** @description The invitation that waits to be taken up. */
            invitation: components["schemas"]["OpenInvitationResource"] | null;
            roles: components["schemas"]["RoleResource"][];
        };
        PeoplePage: {
            items: components["schemas"]["PersonInListResource"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        ExternalIdentityResource: {
            /** @description Id of the provider. */
            provider: string;
            /**
             * Format: date-time
             * @description Of the first sign-in through it.
             */
            createdAt: string;
        };
        GivenRoleResource: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
            organisation: components["schemas"]["OrganisationSummary"];
            /** Format: date-time */
            validFrom: string;
            /** @description Where it was asked for: in how many organisations that belong to it the role was given too. */
            alsoIn?: number;
            /** @description Null where the service was set up with it, or the claims of an identity provider gave it. */
            givenBy: components["schemas"]["NamedPersonResource"] | null;
            /** @description Identity provider whose claims gave it, and end it. */
            givenByProvider: string | null;
        };
        EndedRoleResource: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
            organisation: components["schemas"]["OrganisationSummary"];
            /** Format: date-time */
            validFrom: string;
            /** @description Where it was asked for: in how many organisations that belong to it the role was given too. */
            alsoIn?: number;
            /** @description Null where the service was set up with it, or the claims of an identity provider gave it. */
            givenBy: components["schemas"]["NamedPersonResource"] | null;
            /** @description Identity provider whose claims gave it, and end it. */
            givenByProvider: string | null;
            /** Format: date-time */
            validTo: string;
            endedBy: components["schemas"]["NamedPersonResource"] | null;
        };
        SignInLockResource: {
            /** @enum {string} */
            what: "locked" | "lifted";
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description When the lock ends.
             */
            until: string | null;
            /** @description Administrator who lifted it. */
            by: components["schemas"]["NamedPersonResource"] | null;
        };
        AccountChangeResource: {
            /** @enum {string} */
            what: "sessions-ended" | "password-changed" | "password-reset";
            /** Format: date-time */
            at: string;
            /** @description Whether an administrator ended everybody’s sessions. */
            everybody: boolean;
            /** @description Who did it; null where a link from an email did. */
            by: components["schemas"]["NamedPersonResource"] | null;
        };
        PersonDetailResource: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            email: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deactivatedAt: string | null;
            /**
             * @description Who is invited has not signed in yet, also where the time of the invitation has passed.
             * @enum {string}
             */
            standing: "active" | "invited" | "deactivated";
            /** @description The invitation that waits to be taken up. */
            invitation: components["schemas"]["OpenInvitationResource"] | null;
            deactivatedBy: components["schemas"]["NamedPersonResource"] | null;
            /** @description Whether the account is there to show the service with. */
            demonstration: boolean;
            /** @description Whether they have a password here. */
            hasPassword: boolean;
            /** @description Whether it is no person: only a registered client acts as it. */
            serviceAccount: boolean;
            /** @description Null where they never signed in through a provider, or are to do so anew. */
            externalIdentity: components["schemas"]["ExternalIdentityResource"] | null;
            /** @description Roles held now. */
            roles: components["schemas"]["GivenRoleResource"][];
            /** @description Roles that have ended, the last one first. */
            earlierRoles: components["schemas"]["EndedRoleResource"][];
            /**
             * Format: date-time
             * @description Null where they never did, or so long ago that it is not known any more.
             */
            lastSignInAt: string | null;
            /**
             * Format: date-time
             * @description Until when the account is locked after wrong passwords; null where it is not.
             */
            lockedUntil: string | null;
            /** @description The latest locks, the last one first. */
            signInLocks: components["schemas"]["SignInLockResource"][];
            /** @description The latest times its sessions were ended or its password became another, the last one first. */
            accountChanges: components["schemas"]["AccountChangeResource"][];
        };
        InvitationRequest: {
            /** @enum {string} */
            role: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
            /**
             * Format: uuid
             * @description The organisation the role is held in.
             */
            organisationId: string;
            /** @description Their name, should they be new here. */
            name: string;
            /**
             * Format: email
             * @description Where the invitation is sent. Kept in lower case.
             */
            email: string;
        };
        InvitationResource: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            /** @description The name they are known by here. */
            name: string;
            /** Format: email */
            email: string;
            /** @description Whether they are new here. */
            added: boolean;
            /**
             * Format: date-time
             * @description The link works until then.
             */
            expiresAt: string;
        };
        PersonRequest: {
            /**
             * Format: email
             * @description Kept in lower case.
             */
            email: string;
            name: string;
        };
        PersonResource: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            email: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
        };
        RoleGivenRequest: {
            /** @enum {string} */
            role: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
            /**
             * Format: uuid
             * @description The organisation the role is held in.
             */
            organisationId: string;
            /** @description Whether to give it as well in every organisation that belongs to this one, at any depth, and exists today. Those that are added later are not among them. */
            children?: boolean;
        };
        DeactivationResource: {
            /** Format: uuid */
            personId: string;
            /**
             * Format: date-time
             * @description When it was first done.
             */
            deactivatedAt: string;
        };
        EmailPreferenceResource: {
            /**
             * @description An email each time, or one at 08:00 (London) on each working day there is something to tell; what cannot wait comes at once all the same.
             * @enum {string}
             */
            emailPreference: "each" | "daily-digest";
        };
        EmailPreferenceRequest: {
            /**
             * @description An email each time, or one at 08:00 (London) on each working day there is something to tell; what cannot wait comes at once all the same.
             * @enum {string}
             */
            emailPreference: "each" | "daily-digest";
        };
        MachineTokenResource: {
            /** Format: uuid */
            id: string;
            /** @description What it is for. */
            name: string;
            scopes: ("cases:read" | "marked-cases:read" | "cases:write" | "decisions:read" | "exports:read" | "reference-data:read" | "people:read" | "access-records:read")[];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description It works until then.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description To about a minute; null where it was never used.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @description Null also where it ended with a password that was forgotten. */
            revokedBy: components["schemas"]["NamedPersonResource"] | null;
            /** @description Whom it acts for. */
            person: components["schemas"]["NamedPersonResource"];
        };
        OwnMachineTokensResource: {
            /** @description The latest first; those that no longer work too. */
            items: components["schemas"]["MachineTokenResource"][];
        };
        MachineTokenRequest: {
            /** @description What it is for, so that it can be told from others later. */
            name: string;
            /** @description What the program may do at most. */
            scopes: ("cases:read" | "marked-cases:read" | "cases:write" | "decisions:read" | "exports:read" | "reference-data:read" | "people:read" | "access-records:read")[];
            /** @description Days it lasts; as configured unless given, and no more than configured. */
            days?: number;
        };
        NewMachineTokenResource: {
            /** Format: uuid */
            id: string;
            /** @description What it is for. */
            name: string;
            scopes: ("cases:read" | "marked-cases:read" | "cases:write" | "decisions:read" | "exports:read" | "reference-data:read" | "people:read" | "access-records:read")[];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description It works until then.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description To about a minute; null where it was never used.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @description Null also where it ended with a password that was forgotten. */
            revokedBy: components["schemas"]["NamedPersonResource"] | null;
            /** @description Whom it acts for. */
            person: components["schemas"]["NamedPersonResource"];
            /** @description Told once: keep it secret, send it as “Authorization: Bearer”. Null where the request is repeated. */
            token: string | null;
        };
        MachineTokenPage: {
            /** @description The latest first; those that no longer work too. */
            items: components["schemas"]["MachineTokenResource"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        MachineClientResource: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description “iss” of its tokens. */
            issuer: string;
            /** @description “sub” of its tokens. */
            subject: string;
            scopes: ("cases:read" | "marked-cases:read" | "cases:write" | "decisions:read" | "exports:read" | "reference-data:read" | "people:read" | "access-records:read")[];
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["NamedPersonResource"];
            /**
             * Format: date-time
             * @description To about a minute.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            revokedBy: components["schemas"]["NamedPersonResource"] | null;
            /** @description The service account it acts as. */
            account: components["schemas"]["NamedPersonResource"];
        };
        MachineClientsResource: {
            /** @description The latest first; those that were revoked too. */
            items: components["schemas"]["MachineClientResource"][];
            /** @description Issuers this service trusts. */
            issuers: string[];
        };
        MachineClientRequest: {
            /** @description What people know the client and its account by. */
            name: string;
            /** @description One of the configured issuers, exactly. */
            issuer: string;
            /** @description “sub” of the client’s tokens, exactly; at many issuers its client id. */
            subject: string;
            /** @description What the client may do at most; of these, what its token has in “scope”. */
            scopes: ("cases:read" | "marked-cases:read" | "cases:write" | "decisions:read" | "exports:read" | "reference-data:read" | "access-records:read")[];
            /**
             * Format: email
             * @description Of whoever looks after the client: where emails to its account go. No person may have it.
             */
            email: string;
            /**
             * @description The role its account holds.
             * @enum {string}
             */
            role: "submitter" | "auditor";
            /**
             * Format: uuid
             * @description The organisation the role is held in.
             */
            organisationId: string;
        };
        Welcome: {
            service: string;
            /** @description Address of the description of this API. */
            description: string;
            /** @description Where to POST an email address and a password for a token. */
            signIn: string;
            /** @description The cases the person signed in may see. */
            cases: string;
        };
        YearAmountRequest: {
            financialYear: string;
            /** Format: int64 */
            amountPence: number;
        };
        FlagsRequest: {
            /** @description Whether the spending is on a public-facing service. */
            publicFacing?: boolean | null;
            /** @description Whether the spending builds a service, or part of one. */
            buildsService?: boolean | null;
            /** @description Whether the spending is on Crypt-Key. */
            cryptKey?: boolean | null;
            /** @description Whether artificial intelligence is involved. */
            artificialIntelligence?: boolean | null;
            /** @description Whether other emerging technology is involved. */
            emergingTechnology?: boolean | null;
            /** @description Whether a contract is awarded without competition. */
            directAward?: boolean | null;
            /** @description Whether a contract is extended. */
            contractExtension?: boolean | null;
            /** @description Whether any of the money was committed before approval. */
            retrospective?: boolean | null;
            /** @description Whether the spending breaches the spend control or conditions of an approval. */
            breach?: boolean | null;
            /** @description Whether the spending is novel, contentious or repercussive. */
            novelOrContentious?: boolean | null;
            /** @description Whether the programme is on the Government Major Projects Portfolio. */
            majorProjectsPortfolio?: boolean | null;
            /** @description Whether critical national infrastructure is involved. */
            criticalNationalInfrastructure?: boolean | null;
            /** @description Whether legacy technology limits how far the Technology Code of Practice can be met. */
            legacyTechnology?: boolean | null;
            /** @description Whether users sign in with GOV.UK One Login. */
            usesOneLogin?: boolean | null;
            /** @description Whether HM Treasury must approve the spending. */
            treasuryApprovalNeeded?: boolean | null;
            /** @description Whether a service assessment is required. */
            serviceAssessmentRequired?: boolean | null;
        };
        RetrospectiveRequest: {
            rootCause?: string | null;
            howJudgementWasApplied?: string | null;
            improvementPlan?: string | null;
        };
        OwnerRequest: {
            name: string;
            /** Format: email */
            email: string;
        };
        CaseRequest: {
            /** @description What the money is for. */
            description?: string | null;
            /** @enum {string|null} */
            category?: "digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract" | null;
            /** @enum {string|null} */
            phase?: "discovery" | "alpha" | "beta" | "live" | "retirement" | "not-applicable" | null;
            /**
             * Format: int64
             * @description The amount approval is asked for, in pence.
             */
            requestedPence?: number | null;
            /**
             * Format: int64
             * @description What it will cost from first to last, in pence.
             */
            wholeLifePence?: number | null;
            yearAmounts?: components["schemas"]["YearAmountRequest"][];
            /** Format: date */
            spendStartsOn?: string | null;
            /** Format: date */
            spendEndsOn?: string | null;
            /** Format: date */
            contractEndsOn?: string | null;
            currentSuppliers?: string[];
            proposedSuppliers?: string[];
            /** @enum {string|null} */
            commercialApproach?: "open-competition" | "framework-competition" | "framework-direct-award" | "direct-award" | "contract-extension" | "contract-variation" | "in-house" | null;
            flags?: components["schemas"]["FlagsRequest"];
            retrospectiveExplanation?: components["schemas"]["RetrospectiveRequest"] | null;
            /** @enum {string} */
            protectiveMarking?: "OFFICIAL" | "OFFICIAL-SENSITIVE";
            seniorResponsibleOwner?: components["schemas"]["OwnerRequest"] | null;
            /**
             * @description Answers to the rating questions, id of the answer by id of the question; null takes one back, those left out stay as they are.
             * @example {
             *       "top-75": "no"
             *     }
             */
            ratingAnswers?: {
                [key: string]: string | null;
            };
            /** @description What is said of the strategic commitments, by id; null takes one back, those left out stay as they are. */
            commitmentAnswers?: {
                [key: string]: {
                    meets: boolean | null;
                    explanation?: string | null;
                } | null;
            };
            /**
             * Format: uuid
             * @description The organisation that asks.
             */
            organisationId: string;
            title: string;
            /**
             * @description Planned is spend foreseen of which no request is begun yet; draft unless given.
             * @enum {string}
             */
            state?: "draft" | "planned";
            /** @description What the organisation calls planned spend in its own plans; once within the organisation. */
            pipelineKey?: string;
        };
        DetailsRequest: {
            /** @description What the money is for. */
            description?: string | null;
            /** @enum {string|null} */
            category?: "digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract" | null;
            /** @enum {string|null} */
            phase?: "discovery" | "alpha" | "beta" | "live" | "retirement" | "not-applicable" | null;
            /**
             * Format: int64
             * @description The amount approval is asked for, in pence.
             */
            requestedPence?: number | null;
            /**
             * Format: int64
             * @description What it will cost from first to last, in pence.
             */
            wholeLifePence?: number | null;
            yearAmounts?: components["schemas"]["YearAmountRequest"][];
            /** Format: date */
            spendStartsOn?: string | null;
            /** Format: date */
            spendEndsOn?: string | null;
            /** Format: date */
            contractEndsOn?: string | null;
            currentSuppliers?: string[];
            proposedSuppliers?: string[];
            /** @enum {string|null} */
            commercialApproach?: "open-competition" | "framework-competition" | "framework-direct-award" | "direct-award" | "contract-extension" | "contract-variation" | "in-house" | null;
            flags?: components["schemas"]["FlagsRequest"];
            retrospectiveExplanation?: components["schemas"]["RetrospectiveRequest"] | null;
            /** @enum {string} */
            protectiveMarking?: "OFFICIAL" | "OFFICIAL-SENSITIVE";
            seniorResponsibleOwner?: components["schemas"]["OwnerRequest"] | null;
            /**
             * @description Answers to the rating questions, id of the answer by id of the question; null takes one back, those left out stay as they are.
             * @example {
             *       "top-75": "no"
             *     }
             */
            ratingAnswers?: {
                [key: string]: string | null;
            };
            /** @description What is said of the strategic commitments, by id; null takes one back, those left out stay as they are. */
            commitmentAnswers?: {
                [key: string]: {
                    meets: boolean | null;
                    explanation?: string | null;
                } | null;
            };
            title?: string;
            /** @description What a variation or an extension changes from what was approved, and why; of no other request. */
            whatChanges?: string;
            /** @description What the organisation calls planned spend in its own plans; null takes it away. */
            pipelineKey?: string | null;
        };
        LinkRequest: {
            title: string;
            /** Format: uri */
            url: string;
        };
        RemediationRequest: {
            action?: string | null;
            owner?: string | null;
            /** Format: date */
            dueOn?: string | null;
        };
        ComponentRequest: {
            /** @description Its id in the catalogue. */
            component: string;
            /** @enum {string|null} */
            use?: "used" | "planned" | "not-used" | null;
            /** @description Why it is not used. */
            reason?: string | null;
        };
        EvidenceRequest: {
            /** @enum {string|null} */
            selfAssessment?: "met" | "partially-met" | "not-met" | "not-applicable" | null;
            narrative?: string | null;
            notApplicableReason?: string | null;
            links?: components["schemas"]["LinkRequest"][];
            remediation?: components["schemas"]["RemediationRequest"] | null;
            /** @description Common components, of point 8 alone: whether each is used, or why not. */
            components?: components["schemas"]["ComponentRequest"][];
        };
        LikelihoodRequest: {
            L1?: number | null;
            L2?: number | null;
            L3?: number | null;
            L4?: number | null;
            L5?: number | null;
            L6?: number | null;
            L7?: number | null;
        };
        ImpactRequest: {
            C1?: number | null;
            C2?: number | null;
            C3?: number | null;
            C4?: number | null;
            C5?: number | null;
            C6?: number | null;
        };
        ScoresRequest: {
            likelihood?: components["schemas"]["LikelihoodRequest"];
            impact?: components["schemas"]["ImpactRequest"];
        };
        BenefitRequest: {
            /** @description What will be better. */
            benefit: string;
            /** @description How it will be seen that it is. */
            measure?: string | null;
            /** Format: date */
            dueOn?: string | null;
            /**
             * Format: int64
             * @description What it is worth in all; left out where it is not given in money.
             */
            amountPence?: number | null;
        };
        ExceptionRequest: {
            system: string;
            /** @description The points it limits. */
            points?: (1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13)[];
            explanation?: string | null;
            remediationPlan?: string | null;
            /** @description Whether the remediation is funded. */
            funded?: boolean | null;
            /** Format: date */
            targetDate?: string | null;
            owner?: string | null;
            scores?: components["schemas"]["ScoresRequest"];
            /** @description Benefits promised of putting it right. */
            benefits?: components["schemas"]["BenefitRequest"][];
        };
        ReasonRequest: {
            reason: string;
        };
        AcknowledgeRequest: {
            /**
             * Format: uuid
             * @description The reviewer to name; yourself unless given.
             */
            reviewerId?: string;
        };
        AssessmentRequest: {
            /** @description The submission version you looked at. */
            version: number;
            /** @enum {string} */
            verdict: "met" | "partially-met" | "not-met" | "not-applicable";
            /** @description Required unless the verdict is “met”. */
            explanation?: string | null;
        };
        RulingRequest: {
            /** @description The submission version you looked at. */
            version: number;
            reason: string;
            /** @enum {string} */
            ruling: "accepted" | "refused";
        };
        ReturnedPointRequest: {
            /** @enum {integer} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            question: string;
        };
        ReturnRequest: {
            /** @description The submission version you looked at. */
            version: number;
            reason: string;
            points: components["schemas"]["ReturnedPointRequest"][];
        };
        RecommendationRequest: {
            /** @description The submission version you looked at. */
            version: number;
            reason: string;
            /** @enum {string} */
            outcome: "approved" | "approved-with-conditions" | "not-approved";
        };
        RatingReviewRequest: {
            /** @description The submission version you looked at. */
            version: number;
            /**
             * @description A level of the regime the case is under.
             * @example medium
             */
            rating: string;
            /** @description Required when the rating is not the one the answers make. */
            reason?: string | null;
        };
        ReviewDepthRequest: {
            /** @enum {string} */
            depth: "light" | "standard" | "full";
            reason?: string | null;
        };
        ExtensionRequest: {
            reason: string;
            /**
             * @description Id of a target of the regime the case is under.
             * @example decide
             */
            target: string;
            /** @description Days of the target’s own kind. */
            days: number;
        };
        ExternalDecisionRequest: {
            /** @enum {string} */
            kind: "ministerial" | "treasury";
            /** @enum {string} */
            outcome: "approved" | "approved-with-conditions" | "not-approved" | "noted";
            /** Format: date */
            decidedOn: string;
            documentTitle: string;
            /** Format: uri */
            documentUrl: string;
            note?: string | null;
            /**
             * Format: uuid
             * @description The record this one corrects; the note then says why.
             */
            supersedesId?: string | null;
        };
        RelationRequest: {
            reason: string;
            /**
             * @description Reference of the other case.
             * @example DT-XXXX-XXXX
             */
            relatedReference: string;
            /** @enum {string} */
            kind: "duplicate" | "split" | "related" | "varies" | "extends";
        };
        AssignmentRequest: {
            /**
             * Format: uuid
             * @description The reviewer.
             */
            reviewerId: string;
        };
        HandOverRequest: {
            reason: string;
            /**
             * Format: uuid
             * @description The reviewer who takes over.
             */
            reviewerId: string;
        };
        EarnedAutonomyRequest: {
            /**
             * @description Levels the organisation assures itself; none takes back what is superseded.
             * @example [
             *       "low",
             *       "medium"
             *     ]
             */
            levels: string[];
            /**
             * Format: date
             * @description First day.
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day; no end unless given.
             */
            validTo?: string | null;
            reason: string;
            /** @description Title of the document that says so. */
            documentTitle: string;
            /** Format: uri */
            documentUrl: string;
            /**
             * Format: uuid
             * @description The record this one corrects.
             */
            supersedesId?: string | null;
        };
        ReasonOnVersionRequest: {
            /** @description The submission version you looked at. */
            version: number;
            reason: string;
        };
        OverrideRequest: {
            /** @enum {integer} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            reason: string;
        };
        ApprovalRequest: {
            /** @description The submission version you looked at. */
            version: number;
            reason: string;
            /**
             * Format: int64
             * @description More than nothing and no more than was requested.
             */
            approvedPence: number;
            overrides?: components["schemas"]["OverrideRequest"][];
        };
        ConditionRequest: {
            text: string;
            /**
             * @description The point it makes good.
             * @enum {integer|null}
             */
            point?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            ownerName: string;
            /** Format: email */
            ownerEmail: string;
            /**
             * Format: date
             * @description Today or later.
             */
            dueOn: string;
        };
        ConditionalApprovalRequest: {
            /** @description The submission version you looked at. */
            version: number;
            reason: string;
            /**
             * Format: int64
             * @description More than nothing and no more than was requested.
             */
            approvedPence: number;
            overrides?: components["schemas"]["OverrideRequest"][];
            conditions: components["schemas"]["ConditionRequest"][];
        };
        SupersedeRequest: {
            /** @description The submission version you looked at. */
            version: number;
            reason: string;
            /** @enum {string} */
            outcome: "approved" | "approved-with-conditions" | "not-approved";
            /**
             * Format: uuid
             * @description Id of the decision that stands and is to be superseded.
             */
            supersedes: string;
            /**
             * Format: int64
             * @description Left out when nothing is approved.
             */
            approvedPence?: number;
            conditions?: components["schemas"]["ConditionRequest"][];
            overrides?: components["schemas"]["OverrideRequest"][];
        };
        ConditionEvidenceRequest: {
            text: string;
            links?: components["schemas"]["LinkRequest"][];
        };
        ConditionExtensionRequest: {
            /**
             * Format: date
             * @description Later than the day before it, and today or later.
             */
            dueOn: string;
            reason: string;
        };
        VariationRequestBody: {
            /**
             * @description “varies” asks for something else, “extends” for more time.
             * @enum {string}
             */
            kind: "varies" | "extends";
            /** @description What changes from what was approved, and why. */
            whatChanges: string;
        };
        YearSpentRequest: {
            financialYear: string;
            /** Format: int64 */
            amountPence: number;
        };
        SpendReportRequest: {
            /** @description All that was spent so far, by financial year: it replaces what an earlier report said. None only in a final report, where nothing was spent. */
            years: components["schemas"]["YearSpentRequest"][];
            /** @description Needed where more was spent than approved, where it ended before it was to start, and where final amounts are put right. */
            note?: string | null;
            /** @description Whether the spending has ended and these are the final amounts. */
            final?: boolean;
            /**
             * Format: date
             * @description The day it ended; with final amounts only.
             */
            endedOn?: string | null;
        };
        CommentRequest: {
            /**
             * @description “internal” stays within GDS Assurance and auditors.
             * @enum {string}
             */
            audience: "shared" | "internal";
            /** @enum {integer|null} */
            point?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            /**
             * Format: uuid
             * @description The comment it answers.
             */
            parentId?: string | null;
            body: string;
        };
        CommentEditRequest: {
            body: string;
        };
        CriteriaRequest: {
            /** Format: uuid */
            organisationId?: string | null;
            /** @description Any of these states. */
            states?: ("planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold")[];
            /** @description “me”, whoever runs the search; “nobody”; or an id. */
            reviewer?: string | null;
            /** @description Any of these levels of risk and importance. */
            ratings?: string[];
            /** @description Any of these routes. */
            routes?: string[];
            /**
             * Format: int64
             * @description Least money asked for, in pence, included.
             */
            minPence?: number | null;
            /**
             * Format: int64
             * @description Most money asked for, in pence, included.
             */
            maxPence?: number | null;
            /** @description All of these answered with yes. */
            flags?: ("publicFacing" | "buildsService" | "cryptKey" | "artificialIntelligence" | "emergingTechnology" | "directAward" | "contractExtension" | "retrospective" | "breach" | "novelOrContentious" | "majorProjectsPortfolio" | "criticalNationalInfrastructure" | "legacyTechnology" | "usesOneLogin" | "treasuryApprovalNeeded" | "serviceAssessmentRequired")[];
            /** @description Any of these categories. */
            categories?: ("digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract")[];
            /** @description True: a target is missed; false: none is. */
            overdue?: boolean | null;
            /**
             * Format: date
             * @description First day of first submission, London, included.
             */
            submittedFrom?: string | null;
            /**
             * Format: date
             * @description Last day of first submission, London, included.
             */
            submittedTo?: string | null;
            /** @description In the title, in capital or small letters. */
            text?: string | null;
        };
        SearchRequest: {
            /** @example High-rated cases nobody has */
            name: string;
            criteria: components["schemas"]["CriteriaRequest"];
            /**
             * Format: uuid
             * @description Organisation whose people may see it: everybody who holds a role there. You must hold one yourself.
             */
            sharedWith?: string | null;
        };
        WebhookOrganisationResource: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        WebhookSettingsResource: {
            name: string;
            /** Format: uri */
            url: string;
            eventTypes: ("case-created" | "details-changed" | "point-evidence-saved" | "legacy-exception-added" | "legacy-exception-changed" | "legacy-exception-removed" | "comment-added" | "comment-edited" | "comment-resolved" | "comment-reopened" | "request-begun" | "signed-off" | "sign-off-taken-back" | "submitted" | "acknowledged" | "review-started" | "returned" | "resubmitted" | "decided" | "withdrawn" | "closed-below-threshold" | "condition-evidence-submitted" | "condition-changed" | "condition-extended" | "variation-started" | "promises-carried-over" | "spend-recorded" | "spend-report-due" | "approval-ending" | "condition-due" | "rating-reviewed" | "review-depth-set" | "put-in-touch" | "external-decision-recorded" | "clock-extended" | "assured-by-department" | "called-in" | "condition-due-soon" | "condition-overdue" | "return-unanswered" | "imported" | "advice-asked" | "advice-followed-up" | "advice-answered" | "advice-referred" | "advice-closed" | "advice-reopened" | "advice-tied" | "advice-marked" | "guidance-published" | "guidance-withdrawn" | "attachment-added" | "attachment-removed" | "attachment-infected" | "target-near" | "target-missed" | "disposal-marked" | "disposed")[];
        };
        WebhookChangeResource: {
            /** @enum {string} */
            what: "added" | "changed" | "secret-rotated" | "disabled" | "failing" | "gone" | "enabled" | "ended";
            /** @description Null for the service itself. */
            changedBy: components["schemas"]["NamedPersonResource"] | null;
            /** Format: date-time */
            changedAt: string;
            after: components["schemas"]["WebhookSettingsResource"];
        };
        WebhookResource: {
            name: string;
            /** Format: uri */
            url: string;
            eventTypes: ("case-created" | "details-changed" | "point-evidence-saved" | "legacy-exception-added" | "legacy-exception-changed" | "legacy-exception-removed" | "comment-added" | "comment-edited" | "comment-resolved" | "comment-reopened" | "request-begun" | "signed-off" | "sign-off-taken-back" | "submitted" | "acknowledged" | "review-started" | "returned" | "resubmitted" | "decided" | "withdrawn" | "closed-below-threshold" | "condition-evidence-submitted" | "condition-changed" | "condition-extended" | "variation-started" | "promises-carried-over" | "spend-recorded" | "spend-report-due" | "approval-ending" | "condition-due" | "rating-reviewed" | "review-depth-set" | "put-in-touch" | "external-decision-recorded" | "clock-extended" | "assured-by-department" | "called-in" | "condition-due-soon" | "condition-overdue" | "return-unanswered" | "imported" | "advice-asked" | "advice-followed-up" | "advice-answered" | "advice-referred" | "advice-closed" | "advice-reopened" | "advice-tied" | "advice-marked" | "guidance-published" | "guidance-withdrawn" | "attachment-added" | "attachment-removed" | "attachment-infected" | "target-near" | "target-missed" | "disposal-marked" | "disposed")[];
            /** Format: uuid */
            id: string;
            /** @description Whose cases it is told of; null for those of every organisation. */
            organisation: components["schemas"]["WebhookOrganisationResource"] | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description First attempt in vain since the last that arrived.
             */
            failingSince: string | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description When it was ended for good: nothing is sent to it any more, and its secret is destroyed.
             */
            endedAt: string | null;
            /** @description Whether something arrived at this address since it was added, given another address, or enabled again. */
            called: boolean;
            /**
             * Format: date-time
             * @description Until then messages are signed with the secret before as well.
             */
            formerSecretUntil: string | null;
            /** @description What was done to it, the latest first. */
            changes: components["schemas"]["WebhookChangeResource"][];
        };
        WebhooksResource: {
            /** @description By name. */
            items: components["schemas"]["WebhookResource"][];
        };
        WebhookRequest: {
            /** @description What the other system is, so that it can be told from others. */
            name: string;
            /**
             * Format: uri
             * @description https address on the public internet that messages are sent to.
             */
            url: string;
            /** @description Which events it is told of. */
            eventTypes: ("case-created" | "details-changed" | "point-evidence-saved" | "legacy-exception-added" | "legacy-exception-changed" | "legacy-exception-removed" | "comment-added" | "comment-edited" | "comment-resolved" | "comment-reopened" | "request-begun" | "signed-off" | "sign-off-taken-back" | "submitted" | "acknowledged" | "review-started" | "returned" | "resubmitted" | "decided" | "withdrawn" | "closed-below-threshold" | "condition-evidence-submitted" | "condition-changed" | "condition-extended" | "variation-started" | "promises-carried-over" | "spend-recorded" | "spend-report-due" | "approval-ending" | "condition-due" | "rating-reviewed" | "review-depth-set" | "put-in-touch" | "external-decision-recorded" | "clock-extended" | "assured-by-department" | "called-in" | "condition-due-soon" | "condition-overdue" | "return-unanswered" | "imported" | "advice-asked" | "advice-followed-up" | "advice-answered" | "advice-referred" | "advice-closed" | "advice-reopened" | "advice-tied" | "advice-marked" | "guidance-published" | "guidance-withdrawn" | "attachment-added" | "attachment-removed" | "attachment-infected" | "target-near" | "target-missed" | "disposal-marked" | "disposed")[];
            /**
             * Format: uuid
             * @description Whose cases it is told of; those of every organisation unless given.
             */
            organisationId?: string;
        };
        WebhookWithSecretResource: {
            name: string;
            /** Format: uri */
            url: string;
            eventTypes: ("case-created" | "details-changed" | "point-evidence-saved" | "legacy-exception-added" | "legacy-exception-changed" | "legacy-exception-removed" | "comment-added" | "comment-edited" | "comment-resolved" | "comment-reopened" | "request-begun" | "signed-off" | "sign-off-taken-back" | "submitted" | "acknowledged" | "review-started" | "returned" | "resubmitted" | "decided" | "withdrawn" | "closed-below-threshold" | "condition-evidence-submitted" | "condition-changed" | "condition-extended" | "variation-started" | "promises-carried-over" | "spend-recorded" | "spend-report-due" | "approval-ending" | "condition-due" | "rating-reviewed" | "review-depth-set" | "put-in-touch" | "external-decision-recorded" | "clock-extended" | "assured-by-department" | "called-in" | "condition-due-soon" | "condition-overdue" | "return-unanswered" | "imported" | "advice-asked" | "advice-followed-up" | "advice-answered" | "advice-referred" | "advice-closed" | "advice-reopened" | "advice-tied" | "advice-marked" | "guidance-published" | "guidance-withdrawn" | "attachment-added" | "attachment-removed" | "attachment-infected" | "target-near" | "target-missed" | "disposal-marked" | "disposed")[];
            /** Format: uuid */
            id: string;
            /** @description Whose cases it is told of; null for those of every organisation. */
            organisation: components["schemas"]["WebhookOrganisationResource"] | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description First attempt in vain since the last that arrived.
             */
            failingSince: string | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description When it was ended for good: nothing is sent to it any more, and its secret is destroyed.
             */
            endedAt: string | null;
            /** @description Whether something arrived at this address since it was added, given another address, or enabled again. */
            called: boolean;
            /**
             * Format: date-time
             * @description Until then messages are signed with the secret before as well.
             */
            formerSecretUntil: string | null;
            /** @description What was done to it, the latest first. */
            changes: components["schemas"]["WebhookChangeResource"][];
            /** @description Told once (“whsec_…”, Standard Webhooks). Null where the request is repeated. */
            secret: string | null;
        };
        WebhookChangeRequest: {
            /** @description What the other system is. */
            name?: string;
            /**
             * Format: uri
             * @description https address on the public internet.
             */
            url?: string;
            /** @description Which events. */
            eventTypes?: ("case-created" | "details-changed" | "point-evidence-saved" | "legacy-exception-added" | "legacy-exception-changed" | "legacy-exception-removed" | "comment-added" | "comment-edited" | "comment-resolved" | "comment-reopened" | "request-begun" | "signed-off" | "sign-off-taken-back" | "submitted" | "acknowledged" | "review-started" | "returned" | "resubmitted" | "decided" | "withdrawn" | "closed-below-threshold" | "condition-evidence-submitted" | "condition-changed" | "condition-extended" | "variation-started" | "promises-carried-over" | "spend-recorded" | "spend-report-due" | "approval-ending" | "condition-due" | "rating-reviewed" | "review-depth-set" | "put-in-touch" | "external-decision-recorded" | "clock-extended" | "assured-by-department" | "called-in" | "condition-due-soon" | "condition-overdue" | "return-unanswered" | "imported" | "advice-asked" | "advice-followed-up" | "advice-answered" | "advice-referred" | "advice-closed" | "advice-reopened" | "advice-tied" | "advice-marked" | "guidance-published" | "guidance-withdrawn" | "attachment-added" | "attachment-removed" | "attachment-infected" | "target-near" | "target-missed" | "disposal-marked" | "disposed")[];
        };
        DeliveryAttemptResource: {
            number: number;
            /** Format: uri */
            url: string;
            /** @enum {string} */
            outcome: "delivered" | "not-accepted" | "redirected" | "timed-out" | "unreachable" | "address-refused";
            /** @description Null where nothing was answered. */
            statusCode: number | null;
            milliseconds: number;
            /** Format: date-time */
            attemptedAt: string;
        };
        DeliveryResource: {
            /**
             * Format: uuid
             * @description Also “webhook-id” of the message.
             */
            id: string;
            /** @description Place of the event in the decision log. */
            place: number;
            /**
             * @description What happened.
             * @enum {string}
             */
            eventType: "case-created" | "details-changed" | "point-evidence-saved" | "legacy-exception-added" | "legacy-exception-changed" | "legacy-exception-removed" | "comment-added" | "comment-edited" | "comment-resolved" | "comment-reopened" | "request-begun" | "signed-off" | "sign-off-taken-back" | "submitted" | "acknowledged" | "review-started" | "returned" | "resubmitted" | "decided" | "withdrawn" | "closed-below-threshold" | "condition-evidence-submitted" | "condition-changed" | "condition-extended" | "variation-started" | "promises-carried-over" | "spend-recorded" | "spend-report-due" | "approval-ending" | "condition-due" | "rating-reviewed" | "review-depth-set" | "put-in-touch" | "external-decision-recorded" | "clock-extended" | "assured-by-department" | "called-in" | "condition-due-soon" | "condition-overdue" | "return-unanswered" | "imported" | "advice-asked" | "advice-followed-up" | "advice-answered" | "advice-referred" | "advice-closed" | "advice-reopened" | "advice-tied" | "advice-marked" | "guidance-published" | "guidance-withdrawn" | "attachment-added" | "attachment-removed" | "attachment-infected" | "target-near" | "target-missed" | "disposal-marked" | "disposed";
            /** @description Reference of the case. */
            reference: string;
            /** @enum {string} */
            status: "queued" | "sending" | "delivered" | "given-up" | "withheld";
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** Format: date-time */
            settledAt: string | null;
            /** @description Every attempt, the latest first. */
            log: components["schemas"]["DeliveryAttemptResource"][];
        };
        DeliveryPage: {
            /** @description The latest event first. */
            items: components["schemas"]["DeliveryResource"][];
            /** @description Give as “before”; null on the last page. */
            next: number | null;
        };
        ReplayResource: {
            replayed: number;
        };
        AdviceRequest: {
            /**
             * Format: uuid
             * @description The organisation that asks; that of the case where one is named.
             */
            organisationId?: string;
            /**
             * @description One of the subjects the Code of Practice page names. “buying-through-frameworks” is sent on.
             * @enum {string}
             */
            subject: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
            /**
             * @description The point of the Code it is about.
             * @enum {integer|null}
             */
            point?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            /** @description Reference of the case it is asked from: planned spend, a draft, or any other of yours. */
            about?: string | null;
            /** @description A few words. */
            title: string;
            question: string;
            /**
             * @description OFFICIAL unless given; never less strict than that of the case it is about.
             * @enum {string}
             */
            protectiveMarking?: "OFFICIAL" | "OFFICIAL-SENSITIVE";
        };
        AdviceMessageRequest: {
            body: string;
        };
        ReferralRequest: {
            note?: string | null;
        };
        AdviceClosureRequest: {
            /** @enum {string} */
            outcome: "answered" | "referred" | "no-longer-needed" | "could-not-be-answered";
            body?: string | null;
        };
        AdviceAboutRequest: {
            /** @description Reference of planned spend or a case of the organisation that asked. */
            about: string;
            /**
             * @description The point what was advised stands beside; none for all of them.
             * @enum {integer|null}
             */
            point?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
        };
        AdviceMarkingRequest: {
            /**
             * @description Stricter than the one it has.
             * @enum {string}
             */
            protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
        };
        GuidanceRequest: {
            /** @description What it answers, in a few words that name nobody. */
            title: string;
            /** @description It must name neither who asked nor their case. */
            body: string;
            /**
             * @description The point it is shown beside.
             * @enum {integer|null}
             */
            point?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            /**
             * @description That of the question unless given.
             * @enum {string}
             */
            subject?: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
        };
        /** @description What went wrong (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @description Kind of problem, stable, for programs to compare.
             * @enum {string}
             */
            type: "/problems/bad-request" | "/problems/not-signed-in" | "/problems/not-permitted" | "/problems/sign-in-again" | "/problems/not-found" | "/problems/method-not-allowed" | "/problems/not-acceptable" | "/problems/request-timeout" | "/problems/conflict" | "/problems/precondition-failed" | "/problems/body-too-large" | "/problems/address-too-long" | "/problems/unsupported-media-type" | "/problems/unprocessable" | "/problems/precondition-required" | "/problems/too-many-requests" | "/problems/headers-too-large" | "/problems/server-fault" | "/problems/unavailable";
            title: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /**
             * Format: uri-reference
             * @description Path of the request.
             */
            instance?: string;
            /** @description Quote this when asking for help. */
            correlationId: string;
            errors?: {
                /**
                 * Format: json-pointer
                 * @description Where (RFC 6901).
                 */
                pointer: string;
                /** @description What to do about it. */
                detail: string;
            }[];
        };
        EvidenceLink: {
            title: string;
            url: string;
        };
        Remediation: {
            action: string | null;
            owner: string | null;
            /** Format: date */
            dueOn: string | null;
        };
        CaseDetails: {
            title: string;
            description: string | null;
            /** @enum {string|null} */
            category: "digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract" | null;
            /** @enum {string|null} */
            phase: "discovery" | "alpha" | "beta" | "live" | "retirement" | "not-applicable" | null;
            /**
             * Format: int64
             * @description Pence.
             */
            requestedPence: number | null;
            /**
             * Format: int64
             * @description Pence.
             */
            wholeLifePence: number | null;
            yearAmounts: {
                financialYear: string;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                amountPence: number;
            }[];
            /** Format: date */
            spendStartsOn: string | null;
            /** Format: date */
            spendEndsOn: string | null;
            /** Format: date */
            contractEndsOn: string | null;
            currentSuppliers: string[];
            proposedSuppliers: string[];
            /** @enum {string|null} */
            commercialApproach: "open-competition" | "framework-competition" | "framework-direct-award" | "direct-award" | "contract-extension" | "contract-variation" | "in-house" | null;
            flags: {
                /** @description Whether the spending is on a public-facing service; null is unanswered. */
                publicFacing: boolean | null;
                /** @description Whether the spending builds a service, or part of one; null is unanswered. */
                buildsService: boolean | null;
                /** @description Whether the spending is on Crypt-Key; null is unanswered. */
                cryptKey: boolean | null;
                /** @description Whether artificial intelligence is involved; null is unanswered. */
                artificialIntelligence: boolean | null;
                /** @description Whether other emerging technology is involved; null is unanswered. */
                emergingTechnology: boolean | null;
                /** @description Whether a contract is awarded without competition; null is unanswered. */
                directAward: boolean | null;
                /** @description Whether a contract is extended; null is unanswered. */
                contractExtension: boolean | null;
                /** @description Whether any of the money was committed before approval; null is unanswered. */
                retrospective: boolean | null;
                /** @description Whether the spending breaches the spend control or conditions of an approval; null is unanswered. */
                breach: boolean | null;
                /** @description Whether the spending is novel, contentious or repercussive; null is unanswered. */
                novelOrContentious: boolean | null;
                /** @description Whether the programme is on the Government Major Projects Portfolio; null is unanswered. */
                majorProjectsPortfolio: boolean | null;
                /** @description Whether critical national infrastructure is involved; null is unanswered. */
                criticalNationalInfrastructure: boolean | null;
                /** @description Whether legacy technology limits how far the Technology Code of Practice can be met; null is unanswered. */
                legacyTechnology: boolean | null;
                /** @description Whether users sign in with GOV.UK One Login; null is unanswered. */
                usesOneLogin: boolean | null;
                /** @description Whether HM Treasury must approve the spending; null is unanswered. */
                treasuryApprovalNeeded: boolean | null;
                /** @description Whether a service assessment is required; null is unanswered. */
                serviceAssessmentRequired: boolean | null;
            };
            retrospectiveExplanation: {
                rootCause: string | null;
                howJudgementWasApplied: string | null;
                improvementPlan: string | null;
            } | null;
            /** @enum {string} */
            protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
            seniorResponsibleOwner: {
                name: string;
                email: string;
            } | null;
            /** @description Id of the answer by id of the rating question. */
            ratingAnswers: {
                [key: string]: string;
            };
            /** @description What is said of the strategic commitments, by id. */
            commitmentAnswers: {
                [key: string]: {
                    meets: boolean | null;
                    explanation: string | null;
                };
            };
            /** @description What a variation or an extension changes from what was approved, and why; left out of every other request. */
            whatChanges?: string | null;
        };
        AttachmentInBrief: {
            /** Format: uuid */
            id: string;
            name: string;
            mediaType: string;
            bytes: number;
            /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
            sha256: string;
        };
        ComponentAnswer: {
            component: string;
            name: string;
            /** @enum {string|null} */
            use: "used" | "planned" | "not-used" | null;
            reason: string | null;
        };
        PointEvidence: {
            /** @enum {integer} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            /** @enum {string|null} */
            selfAssessment: "met" | "partially-met" | "not-met" | "not-applicable" | null;
            narrative: string | null;
            notApplicableReason: string | null;
            links: components["schemas"]["EvidenceLink"][];
            remediation: components["schemas"]["Remediation"] | null;
            /** @description What is said of common components, on point 8; left out where nothing is. */
            components?: components["schemas"]["ComponentAnswer"][];
            /** @description Files attached to it; left out where there are none. */
            attachments?: components["schemas"]["AttachmentInBrief"][];
        };
        LegacyScores: {
            likelihood: {
                L1: number | null;
                L2: number | null;
                L3: number | null;
                L4: number | null;
                L5: number | null;
                L6: number | null;
                L7: number | null;
            };
            impact: {
                C1: number | null;
                C2: number | null;
                C3: number | null;
                C4: number | null;
                C5: number | null;
                C6: number | null;
            };
        };
        Benefit: {
            benefit: string;
            measure: string | null;
            /** Format: date */
            dueOn: string | null;
            /**
             * Format: int64
             * @description Pence.
             */
            amountPence: number | null;
        };
        LegacyException: {
            /** Format: uuid */
            id: string;
            system: string;
            points: (1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13)[];
            explanation: string | null;
            remediationPlan: string | null;
            funded: boolean | null;
            /** Format: date */
            targetDate: string | null;
            owner: string | null;
            scores: components["schemas"]["LegacyScores"];
            /** @description Benefits promised of putting it right; left out where there are none. */
            benefits?: components["schemas"]["Benefit"][];
            /** @description Files attached to it; left out where there are none. */
            attachments?: components["schemas"]["AttachmentInBrief"][];
        };
        /** @description Score by the Legacy IT Risk Assessment Framework (GOV.UK, 13 March 2025). */
        LegacyRisk: {
            /** @constant */
            complete: true;
            likelihoodTotal: number;
            impactTotal: number;
            /** @description Likelihood × impact, not rounded. */
            overall: number;
            /** @description To two decimal places. */
            overallRounded: number;
            isLegacy: boolean;
            isRedRated: boolean;
            /** @enum {string} */
            zone: "low" | "medium" | "high" | "red";
        } | {
            /** @constant */
            complete: false;
            missing: ("L1" | "L2" | "L3" | "L4" | "L5" | "L6" | "L7" | "C1" | "C2" | "C3" | "C4" | "C5" | "C6")[];
        };
        CaseContent: {
            details: components["schemas"]["CaseDetails"];
            points: components["schemas"]["PointEvidence"][];
            legacyExceptions: components["schemas"]["LegacyException"][];
        };
        FieldChange: {
            /** @description JSON pointer into the later content. */
            pointer: string;
            /** @description Any JSON value. */
            before: unknown;
            /** @description Any JSON value. */
            after: unknown;
        };
        VersionDifference: {
            from: number;
            to: number;
            details: components["schemas"]["FieldChange"][];
            points: {
                /** @enum {integer} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                changes: components["schemas"]["FieldChange"][];
                legacyExceptionsChanged: boolean;
            }[];
            legacyExceptions: {
                added: components["schemas"]["LegacyException"][];
                removed: components["schemas"]["LegacyException"][];
                changed: {
                    /** Format: uuid */
                    id: string;
                    system: string;
                    changes: components["schemas"]["FieldChange"][];
                }[];
            };
            unchanged: boolean;
        };
        ContentDifference: {
            details: components["schemas"]["FieldChange"][];
            points: {
                /** @enum {integer} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                changes: components["schemas"]["FieldChange"][];
                legacyExceptionsChanged: boolean;
            }[];
            legacyExceptions: {
                added: components["schemas"]["LegacyException"][];
                removed: components["schemas"]["LegacyException"][];
                changed: {
                    /** Format: uuid */
                    id: string;
                    system: string;
                    changes: components["schemas"]["FieldChange"][];
                }[];
            };
            unchanged: boolean;
        };
        PersonInBrief: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        PointOfCase: {
            /** @enum {integer} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            /** @enum {string|null} */
            selfAssessment: "met" | "partially-met" | "not-met" | "not-applicable" | null;
            narrative: string | null;
            notApplicableReason: string | null;
            links: components["schemas"]["EvidenceLink"][];
            remediation: components["schemas"]["Remediation"] | null;
            /** @description What is said of common components, on point 8; left out where nothing is. */
            components?: components["schemas"]["ComponentAnswer"][];
            /** @description Its ETag; 0 where nothing was saved yet. */
            revision: number;
            /**
             * Format: date-time
             * @description UTC.
             */
            savedAt: string | null;
        };
        LegacyExceptionOfCase: {
            /** Format: uuid */
            id: string;
            system: string;
            points: (1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13)[];
            explanation: string | null;
            remediationPlan: string | null;
            funded: boolean | null;
            /** Format: date */
            targetDate: string | null;
            owner: string | null;
            scores: components["schemas"]["LegacyScores"];
            /** @description Benefits promised of putting it right; left out where there are none. */
            benefits?: components["schemas"]["Benefit"][];
            /** @description Its ETag. */
            revision: number;
            /** @description Latest ruling; null also for whom it is not released to. */
            ruling: {
                /** @enum {string} */
                ruling: "accepted" | "refused";
                reason: string;
                version: number;
                /** @description Its ETag. */
                sequence: number;
                /** Format: uuid */
                ruledBy: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                ruledAt: string;
            } | null;
        };
        ScoredLegacyException: {
            /** Format: uuid */
            id: string;
            system: string;
            points: (1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13)[];
            explanation: string | null;
            remediationPlan: string | null;
            funded: boolean | null;
            /** Format: date */
            targetDate: string | null;
            owner: string | null;
            scores: components["schemas"]["LegacyScores"];
            /** @description Benefits promised of putting it right; left out where there are none. */
            benefits?: components["schemas"]["Benefit"][];
            /** @description Its ETag. */
            revision: number;
            /** @description Latest ruling; null also for whom it is not released to. */
            ruling: {
                /** @enum {string} */
                ruling: "accepted" | "refused";
                reason: string;
                version: number;
                /** @description Its ETag. */
                sequence: number;
                /** Format: uuid */
                ruledBy: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                ruledAt: string;
            } | null;
            risk: components["schemas"]["LegacyRisk"];
        };
        Case: {
            reference: string;
            organisation: {
                /** Format: uuid */
                id: string;
                key: string;
                name: string;
            };
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Its ETag, and the sequence of its latest event. */
            revision: number;
            /** @description The regime it is pinned to, or was started under while it is a draft. */
            regimeVersion: string;
            /**
             * Format: date
             * @description Day whose rating questions count; null before the first submission.
             */
            pinnedOn: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            submittedAt: string | null;
            /** @description Level of the regime’s scale; null before the first submission, or where nobody could say. */
            rating: string | null;
            /** @description Whether a reviewer has confirmed or overridden it. */
            ratingConfirmed: boolean;
            route: string | null;
            /** @enum {string|null} */
            reviewDepth: "light" | "standard" | "full" | null;
            /**
             * Format: date-time
             * @description When the first of its open targets is due, UTC; null while its clock stands still.
             */
            nextDueAt: string | null;
            nextDueTarget: string | null;
            currentVersion: number | null;
            /** @description True for demonstration data. */
            synthetic: boolean;
            /** @description System it was imported from, and what that calls it; null where it was made here. */
            importedFrom: {
                source: string;
                reference: string;
            } | null;
            /** @description The approved case it varies or extends, and the version of that it was started from; null where it starts from none. */
            follows: {
                reference: string;
                /** @enum {string} */
                kind: "varies" | "extends";
                version: number;
            } | null;
            /** @description What its organisation calls it in its own plans, where it was planned before it was a request. */
            pipelineKey: string | null;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: empty texts are then no answers. Null for all others.
             */
            disposedAt: string | null;
            /**
             * Format: date-time
             * @description When it was recorded here.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            updatedAt: string;
            /** @description Null where it was imported. */
            createdBy: components["schemas"]["PersonInBrief"] | null;
            reviewer: components["schemas"]["PersonInBrief"] | null;
            details: components["schemas"]["CaseDetails"];
            /** @description ETag of the details. */
            detailsRevision: number;
            points: components["schemas"]["PointOfCase"][];
            legacyExceptions: components["schemas"]["LegacyExceptionOfCase"][];
            /** @description Files that are attached and were not removed, oldest first. */
            attachments: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                bytes: number;
                /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
                sha256: string;
                /**
                 * @description What it is attached to: one of these four.
                 * @enum {integer|null}
                 */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                /** Format: uuid */
                exceptionId: string | null;
                /** Format: uuid */
                conditionId: string | null;
                /**
                 * Format: uuid
                 * @description A message of a request for advice.
                 */
                messageId: string | null;
                /**
                 * Format: uuid
                 * @description The evidence of a condition it was handed in with.
                 */
                evidenceId: string | null;
            }[];
            decision: {
                /** Format: uuid */
                id: string;
                number: number;
                version: number;
                /** @enum {string} */
                outcome: "approved" | "approved-with-conditions" | "not-approved";
                /**
                 * Format: int64
                 * @description Pence.
                 */
                requestedPence: number;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                approvedPence: number | null;
                reason: string;
                overrides: {
                    /** @enum {integer} */
                    point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                    reason: string;
                }[];
                /** Format: uuid */
                supersedesId: string | null;
                regimeVersion: string;
                /** @description Null where the decision was imported. */
                decidedBy: components["schemas"]["PersonInBrief"] | null;
                /** @enum {string|null} */
                decidedRole: "reviewer" | "decider" | null;
                /** @description Who decided, as the system it was imported from has it; null where it was made here. */
                decidedInSource: string | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                decidedAt: string;
                synthetic: boolean;
            } | null;
            /** @description The conditions of the decision that stands. */
            conditions: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                decisionId: string;
                number: number;
                text: string;
                /** @enum {integer|null} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                ownerName: string;
                ownerEmail: string;
                /** Format: date */
                dueOn: string;
                /**
                 * @description Imposed by the decider, or promised by the department.
                 * @enum {string}
                 */
                kind: "condition" | "remediation" | "benefit";
                /**
                 * Format: uuid
                 * @description The legacy exception that promises it.
                 */
                exceptionId: string | null;
                /** @description Reference of the variation or extension it is followed with instead, once that was approved. */
                carriedOverTo: string | null;
                /** @enum {string} */
                status: "open" | "evidence-submitted" | "met" | "not-met" | "waived" | "carried-over";
                /** @description Its ETag. */
                revision: number;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                changedAt: string;
            }[];
        };
        CasePage: {
            items: {
                reference: string;
                title: string;
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                /** @enum {string|null} */
                category: "digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract" | null;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                requestedPence: number | null;
                currentVersion: number | null;
                revision: number;
                /** Format: uuid */
                reviewerId: string | null;
                reviewer: components["schemas"]["PersonInBrief"] | null;
                /** @description Level of risk and importance, once submitted. */
                rating: string | null;
                /** @description Whether a reviewer confirmed or overrode the rating. */
                ratingConfirmed: boolean;
                route: string | null;
                /** @enum {string|null} */
                reviewDepth: "light" | "standard" | "full" | null;
                /**
                 * Format: date-time
                 * @description When its next target is due, UTC; null while its clock is stopped.
                 */
                nextDueAt: string | null;
                nextDueTarget: string | null;
                /** @description How many of its conditions have evidence that GDS Assurance has not looked at yet. */
                evidenceToCheck: number;
                /**
                 * Format: date-time
                 * @description When it was first submitted, UTC.
                 */
                submittedAt: string | null;
                synthetic: boolean;
                /** @description System it was imported from, and what that calls it; null where it was made here. */
                importedFrom: {
                    source: string;
                    reference: string;
                } | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                updatedAt: string;
            }[];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        CaseCount: {
            count: number;
            /** @description True when there are more, or not all were looked at: “100 or more”. */
            atLeast: boolean;
        };
        Completeness: {
            complete: boolean;
            sections: {
                /** @enum {string} */
                section: "details" | "money" | "rating" | "points" | "legacy-exceptions";
                /** @enum {string} */
                status: "not-started" | "in-progress" | "complete";
                missing: {
                    /** @enum {string} */
                    section: "details" | "money" | "rating" | "points" | "legacy-exceptions";
                    pointer: string;
                    message: string;
                }[];
            }[];
            points: {
                /** @enum {integer} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                /** @enum {string} */
                status: "not-started" | "in-progress" | "complete";
            }[];
        };
        Actions: {
            revision: number;
            actions: {
                /** @enum {string} */
                action: "edit-content" | "begin-request" | "sign-off" | "take-back-sign-off" | "submit" | "record-departmental-assurance" | "call-in" | "acknowledge" | "review-rating" | "set-review-depth" | "assign-reviewer" | "hand-over" | "unassign" | "relate-case" | "unrelate-case" | "put-in-touch" | "dismiss-likeness" | "extend-clock" | "record-external-decision" | "start-review" | "assess-point" | "rule-on-legacy-exception" | "return" | "resubmit" | "recommend" | "refer-back" | "approve" | "approve-with-conditions" | "not-approve" | "supersede" | "withdraw" | "close-draft-below-threshold" | "close-submission-below-threshold" | "comment" | "comment-internally" | "submit-condition-evidence" | "confirm-condition-met" | "send-condition-back" | "conclude-not-met" | "waive-condition" | "extend-condition" | "record-spend" | "start-variation" | "follow-up-advice" | "answer-advice" | "refer-advice" | "close-advice" | "reopen-advice" | "tie-advice" | "attach-to-advice" | "mark-advice" | "publish-guidance" | "withdraw-guidance";
                name: string;
                allowed: boolean;
                reasonRequired: boolean;
                /** @description What is in the way; empty when allowed. */
                why: string[];
            }[];
        };
        Versions: {
            number: number;
            /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
            contentHash: string;
            regimeVersion: string;
            /** @description Null where it was imported. */
            submittedBy: components["schemas"]["PersonInBrief"] | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            submittedAt: string;
        }[];
        Version: {
            number: number;
            content: components["schemas"]["CaseContent"];
            /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
            contentHash: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            submittedAt: string;
        };
        Assessments: {
            /** Format: uuid */
            id: string;
            /** @enum {integer} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            version: number;
            /** @description ETag of the point’s assessment where it is the latest. */
            sequence: number;
            /** @enum {string} */
            verdict: "met" | "partially-met" | "not-met" | "not-applicable";
            explanation: string | null;
            assessedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            assessedAt: string;
            latest: boolean;
        }[];
        Rulings: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            exceptionId: string;
            version: number;
            sequence: number;
            /** @enum {string} */
            ruling: "accepted" | "refused";
            reason: string;
            ruledBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            ruledAt: string;
        }[];
        Returns: {
            /** Format: uuid */
            id: string;
            version: number;
            sequence: number;
            reason: string;
            points: {
                /** @enum {integer} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                question: string;
            }[];
            returnedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            returnedAt: string;
        }[];
        Recommendations: {
            /** Format: uuid */
            id: string;
            version: number;
            sequence: number;
            /** @enum {string} */
            outcome: "approved" | "approved-with-conditions" | "not-approved";
            reason: string;
            recommendedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            recommendedAt: string;
        }[];
        Decisions: {
            /** Format: uuid */
            id: string;
            number: number;
            version: number;
            /** @enum {string} */
            outcome: "approved" | "approved-with-conditions" | "not-approved";
            /**
             * Format: int64
             * @description Pence.
             */
            requestedPence: number;
            /**
             * Format: int64
             * @description Pence.
             */
            approvedPence: number | null;
            reason: string;
            overrides: {
                /** @enum {integer} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                reason: string;
            }[];
            /** Format: uuid */
            supersedesId: string | null;
            regimeVersion: string;
            /** @description Null where the decision was imported. */
            decidedBy: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            decidedRole: "reviewer" | "decider" | null;
            /** @description Who decided, as the system it was imported from has it; null where it was made here. */
            decidedInSource: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            decidedAt: string;
            synthetic: boolean;
            superseded: boolean;
        }[];
        DecisionPage: {
            items: {
                reference: string;
                title: string;
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                /** @description System it was imported from, and what that calls it; null where it was made here. */
                importedFrom: {
                    source: string;
                    reference: string;
                } | null;
                /** Format: uuid */
                id: string;
                number: number;
                version: number;
                /** @enum {string} */
                outcome: "approved" | "approved-with-conditions" | "not-approved";
                /**
                 * Format: int64
                 * @description Pence.
                 */
                requestedPence: number;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                approvedPence: number | null;
                reason: string;
                overrides: {
                    /** @enum {integer} */
                    point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                    reason: string;
                }[];
                /** Format: uuid */
                supersedesId: string | null;
                regimeVersion: string;
                /** @description Null where the decision was imported. */
                decidedBy: components["schemas"]["PersonInBrief"] | null;
                /** @enum {string|null} */
                decidedRole: "reviewer" | "decider" | null;
                /** @description Who decided, as the system it was imported from has it; null where it was made here. */
                decidedInSource: string | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                decidedAt: string;
                synthetic: boolean;
                superseded: boolean;
            }[];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        Conditions: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            decisionId: string;
            number: number;
            text: string;
            /** @enum {integer|null} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            ownerName: string;
            ownerEmail: string;
            /** Format: date */
            dueOn: string;
            /**
             * @description Imposed by the decider, or promised by the department.
             * @enum {string}
             */
            kind: "condition" | "remediation" | "benefit";
            /**
             * Format: uuid
             * @description The legacy exception that promises it.
             */
            exceptionId: string | null;
            /** @description Reference of the variation or extension it is followed with instead, once that was approved. */
            carriedOverTo: string | null;
            /** @enum {string} */
            status: "open" | "evidence-submitted" | "met" | "not-met" | "waived" | "carried-over";
            /** @description Its ETag. */
            revision: number;
            /**
             * Format: date-time
             * @description UTC.
             */
            changedAt: string;
            /** @description Whether its decision is the one that stands. */
            inForce: boolean;
            overdue: boolean;
            evidence: {
                /** Format: uuid */
                id: string;
                text: string;
                links: components["schemas"]["EvidenceLink"][];
                submittedBy: components["schemas"]["PersonInBrief"];
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                submittedAt: string;
                /** @description What GDS Assurance made of it; null while it waits to be judged. */
                judgement: {
                    /**
                     * @description open where the evidence was sent back.
                     * @enum {string}
                     */
                    status: "open" | "evidence-submitted" | "met" | "not-met" | "waived" | "carried-over";
                    reason: string | null;
                    judgedBy: components["schemas"]["PersonInBrief"];
                    /**
                     * Format: date-time
                     * @description UTC.
                     */
                    judgedAt: string;
                } | null;
            }[];
        }[];
        Attachment: {
            /** Format: uuid */
            id: string;
            name: string;
            mediaType: string;
            bytes: number;
            /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
            sha256: string;
            /**
             * @description What it is attached to: one of these four.
             * @enum {integer|null}
             */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            /** Format: uuid */
            exceptionId: string | null;
            /** Format: uuid */
            conditionId: string | null;
            /**
             * Format: uuid
             * @description A message of a request for advice.
             */
            messageId: string | null;
            /**
             * Format: uuid
             * @description The evidence of a condition it was handed in with.
             */
            evidenceId: string | null;
            /**
             * @description Whether it may be downloaded: when it is clean, or not-scanned because no scanner is configured.
             * @enum {string}
             */
            status: "waiting" | "clean" | "infected" | "not-scanned" | "disposed";
            addedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            addedAt: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            scannedAt: string | null;
            /** @description What the scanner calls what it found. */
            signature: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            removedAt: string | null;
        };
        Attachments: components["schemas"]["Attachment"][];
        AttachmentsThen: {
            /** Format: uuid */
            id: string;
            name: string;
            mediaType: string;
            bytes: number;
            /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
            sha256: string;
            /**
             * @description What it is attached to: one of these four.
             * @enum {integer|null}
             */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            /** Format: uuid */
            exceptionId: string | null;
            /** Format: uuid */
            conditionId: string | null;
            /**
             * Format: uuid
             * @description A message of a request for advice.
             */
            messageId: string | null;
            /**
             * Format: uuid
             * @description The evidence of a condition it was handed in with.
             */
            evidenceId: string | null;
            addedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            addedAt: string;
            signature: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            infectedAt: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            removedAt: string | null;
        }[];
        Comment: {
            /** Format: uuid */
            id: string;
            /** @enum {integer|null} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            version: number | null;
            /** @enum {string} */
            audience: "shared" | "internal";
            /** Format: uuid */
            parentId: string | null;
            body: string;
            /** @description Its ETag. */
            revision: number;
            author: components["schemas"]["PersonInBrief"];
            /** @enum {string} */
            authorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
            /**
             * Format: date-time
             * @description UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            editedAt: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            resolvedAt: string | null;
            resolvedBy: components["schemas"]["PersonInBrief"] | null;
            /** @description What it said before. */
            before: {
                body: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                replacedAt: string;
            }[];
        };
        Comments: components["schemas"]["Comment"][];
        Emails: {
            /** Format: uuid */
            id: string;
            /** @description The event it tells of. */
            sequence: number;
            /** @enum {string} */
            template: "request-begun" | "signed-off" | "sign-off-taken-back" | "submitted" | "acknowledged" | "review-started" | "returned" | "resubmitted" | "recommended" | "referred-back" | "decided" | "withdrawn" | "closed-below-threshold" | "condition-evidence-submitted" | "condition-changed" | "condition-extended" | "spend-recorded" | "spend-report-due" | "approval-ending" | "variation-started" | "condition-due" | "condition-due-soon" | "condition-overdue" | "return-unanswered" | "target-near" | "target-missed" | "rating-reviewed" | "clock-extended" | "reviewer-assigned" | "reviewer-unassigned" | "assured-by-department" | "put-in-touch" | "attachment-infected" | "advice-asked" | "advice-followed-up" | "advice-reopened" | "advice-answered" | "advice-referred" | "advice-closed" | "called-in";
            recipientName: string;
            /** @enum {string} */
            recipientRole: "submitter" | "assurance-lead" | "uploader" | "assurance-inbox" | "named-reviewer" | "deciders" | "senior-responsible-owner" | "condition-owner" | "crown-commercial-service";
            /** @enum {string} */
            status: "queued" | "sending" | "sent" | "refused" | "technical-failure" | "held" | "in-digest";
            attempts: number;
            lastError: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            settledAt: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            nextAttemptAt: string | null;
            /** @description The daily digest it was put in, and what became of that. */
            digest: {
                /** @enum {string} */
                status: "queued" | "sending" | "sent" | "refused" | "technical-failure" | "held" | "in-digest";
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                settledAt: string | null;
            } | null;
        }[];
        Following: {
            /** @description The approval it starts from; null where it starts from none. */
            follows: {
                /** @enum {string} */
                kind: "varies" | "extends";
                reference: string;
                title: string;
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                /** @description The version of it that was decided and is held against the case. */
                version: number;
                decision: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                    version: number;
                    /** @enum {string} */
                    outcome: "approved" | "approved-with-conditions" | "not-approved";
                    /**
                     * Format: int64
                     * @description Pence.
                     */
                    requestedPence: number;
                    /**
                     * Format: int64
                     * @description Pence.
                     */
                    approvedPence: number | null;
                    reason: string;
                    overrides: {
                        /** @enum {integer} */
                        point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                        reason: string;
                    }[];
                    /** Format: uuid */
                    supersedesId: string | null;
                    regimeVersion: string;
                    /** @description Null where the decision was imported. */
                    decidedBy: components["schemas"]["PersonInBrief"] | null;
                    /** @enum {string|null} */
                    decidedRole: "reviewer" | "decider" | null;
                    /** @description Who decided, as the system it was imported from has it; null where it was made here. */
                    decidedInSource: string | null;
                    /**
                     * Format: date-time
                     * @description UTC.
                     */
                    decidedAt: string;
                    synthetic: boolean;
                } | null;
                /** @description How GDS Assurance assessed the points of the approval. */
                verdicts: {
                    /** @enum {integer} */
                    point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                    /** @enum {string} */
                    verdict: "met" | "partially-met" | "not-met" | "not-applicable";
                    explanation: string | null;
                }[];
                conditions: {
                    /** Format: uuid */
                    id: string;
                    /** Format: uuid */
                    decisionId: string;
                    number: number;
                    text: string;
                    /** @enum {integer|null} */
                    point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                    ownerName: string;
                    ownerEmail: string;
                    /** Format: date */
                    dueOn: string;
                    /**
                     * @description Imposed by the decider, or promised by the department.
                     * @enum {string}
                     */
                    kind: "condition" | "remediation" | "benefit";
                    /**
                     * Format: uuid
                     * @description The legacy exception that promises it.
                     */
                    exceptionId: string | null;
                    /** @description Reference of the variation or extension it is followed with instead, once that was approved. */
                    carriedOverTo: string | null;
                    /** @enum {string} */
                    status: "open" | "evidence-submitted" | "met" | "not-met" | "waived" | "carried-over";
                    /** @description Its ETag. */
                    revision: number;
                    /**
                     * Format: date-time
                     * @description UTC.
                     */
                    changedAt: string;
                }[];
                whatChanges: string | null;
                amounts: {
                    /**
                     * Format: int64
                     * @description Pence.
                     */
                    approvedPence: number | null;
                    /**
                     * Format: int64
                     * @description Pence.
                     */
                    requestedPence: number | null;
                    /**
                     * Format: int64
                     * @description Pence; negative where less is asked for than was approved.
                     */
                    differencePence: number | null;
                };
                difference: components["schemas"]["ContentDifference"];
                /** @description Points that say what they said when approved. */
                pointsAsApproved: (1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13)[];
            } | null;
            /** @description Cases that start from it, the earliest first. */
            followers: {
                reference: string;
                title: string;
                /** @enum {string} */
                kind: "varies" | "extends";
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                /**
                 * Format: int64
                 * @description Pence.
                 */
                requestedPence: number | null;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                approvedPence: number | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                startedAt: string;
            }[];
        };
        Spend: {
            /**
             * Format: int64
             * @description Pence.
             */
            approvedPence: number | null;
            /**
             * Format: int64
             * @description By the latest report; null where there is none.
             */
            spentPence: number | null;
            /**
             * Format: int64
             * @description By how much more was spent than approved; null where it was not.
             */
            overspentPence: number | null;
            final: boolean;
            /** Format: date */
            endedOn: string | null;
            /** Format: date */
            plannedEnd: string | null;
            years: {
                financialYear: string;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                plannedPence: number | null;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                spentPence: number | null;
            }[];
            /** @description Every report, the latest first; that one stands. */
            reports: components["schemas"]["SpendReports"];
        };
        SpendReports: {
            /** Format: uuid */
            id: string;
            /**
             * Format: int64
             * @description What was approved when it was recorded.
             */
            approvedPence: number | null;
            years: {
                financialYear: string;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                amountPence: number;
            }[];
            /**
             * Format: int64
             * @description Pence.
             */
            totalPence: number;
            note: string | null;
            final: boolean;
            /** Format: date */
            endedOn: string | null;
            recordedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            recordedAt: string;
        }[];
        EndingApprovals: {
            /** Format: date */
            today: string;
            /**
             * Format: date
             * @description The last end that is listed.
             */
            until: string;
            items: {
                reference: string;
                title: string;
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                /** Format: date */
                endsOn: string;
                ended: boolean;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                approvedPence: number | null;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                spentPence: number | null;
                /** @description The case that is open to vary or extend it. */
                follower: string | null;
            }[];
        };
        /** @description Of a case that was disposed of, payloads have nothing where their text was, and reasons are null. */
        Event: {
            sequence: number;
            /** @constant */
            type: "case-created";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                reference: string;
                /** Format: uuid */
                organisationId: string;
                regimeVersion: string;
                details: components["schemas"]["CaseDetails"];
                synthetic: boolean;
                pipelineKey?: string;
                follows?: {
                    /** Format: uuid */
                    caseId: string;
                    reference: string;
                    /** @enum {string} */
                    kind: "varies" | "extends";
                    version: number;
                    /** Format: uuid */
                    relationId: string;
                };
                carriedOver?: {
                    points: components["schemas"]["PointEvidence"][];
                    legacyExceptions: components["schemas"]["LegacyException"][];
                    attachments?: {
                        /** Format: uuid */
                        attachmentId: string;
                        /** Format: uuid */
                        storedId: string;
                        /** @enum {integer|null} */
                        point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                        /** Format: uuid */
                        exceptionId: string | null;
                        name: string;
                        mediaType: string;
                        bytes: number;
                        /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
                        sha256: string;
                    }[];
                };
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "details-changed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                details: components["schemas"]["CaseDetails"];
                pipelineKey?: string | null;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "point-evidence-saved";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                evidence: components["schemas"]["PointEvidence"];
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "legacy-exception-added";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                exception: components["schemas"]["LegacyException"];
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "legacy-exception-changed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                exception: components["schemas"]["LegacyException"];
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "legacy-exception-removed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                exceptionId: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "comment-added";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                commentId: string;
                /** @enum {integer|null} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                /** Format: uuid */
                parentId: string | null;
                body: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "comment-edited";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                commentId: string;
                body: string;
                before: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "comment-resolved";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                commentId: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "comment-reopened";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                commentId: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "request-begun";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "signed-off";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
                contentHash: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "sign-off-taken-back";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "submitted";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
                contentHash: string;
                newVersion?: boolean;
                triage?: {
                    regimeVersion: string;
                    /** Format: date */
                    pinnedOn: string;
                    rating: string | null;
                    route: string;
                    earnedAutonomy?: string[];
                };
                workload?: number;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "acknowledged";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                reviewerId: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "review-started";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "point-assessed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                assessmentId: string;
                /** @enum {integer} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                /** @enum {string} */
                verdict: "met" | "partially-met" | "not-met" | "not-applicable";
                explanation: string | null;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "legacy-exception-ruled-on";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                rulingId: string;
                /** Format: uuid */
                exceptionId: string;
                /** @enum {string} */
                ruling: "accepted" | "refused";
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "returned";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                returnId: string;
                points: {
                    /** @enum {integer} */
                    point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                    question: string;
                }[];
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "resubmitted";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
                contentHash: string;
                newVersion: boolean;
                triage?: {
                    regimeVersion: string;
                    /** Format: date */
                    pinnedOn: string;
                    rating: string | null;
                    route: string;
                    earnedAutonomy?: string[];
                };
                ratingConfirmed?: boolean;
                workload?: number;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "recommended";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                recommendationId: string;
                /** @enum {string} */
                outcome: "approved" | "approved-with-conditions" | "not-approved";
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "referred-back";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "decided";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                decisionId: string;
                number: number;
                /** @enum {string} */
                outcome: "approved" | "approved-with-conditions" | "not-approved";
                /**
                 * Format: int64
                 * @description Pence.
                 */
                requestedPence: number;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                approvedPence: number | null;
                overrides: {
                    /** @enum {integer} */
                    point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                    reason: string;
                }[];
                conditions: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                    text: string;
                    /** @enum {integer|null} */
                    point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                    ownerName: string;
                    ownerEmail: string;
                    /** Format: date */
                    dueOn: string;
                    /** @enum {string} */
                    kind?: "remediation" | "benefit";
                    /** Format: uuid */
                    exceptionId?: string;
                }[];
                /** Format: uuid */
                recommendationId: string | null;
                /** Format: uuid */
                supersedesId: string | null;
                regimeVersion: string;
                synthetic: boolean;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "withdrawn";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                triage?: {
                    regimeVersion: string;
                    /** Format: date */
                    pinnedOn: string;
                    rating: string | null;
                    route: string;
                    earnedAutonomy?: string[];
                };
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "closed-below-threshold";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                rule: string;
                triage?: {
                    regimeVersion: string;
                    /** Format: date */
                    pinnedOn: string;
                    rating: string | null;
                    route: string;
                    earnedAutonomy?: string[];
                };
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "condition-evidence-submitted";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                conditionId: string;
                /** Format: uuid */
                evidenceId: string;
                text: string;
                links: components["schemas"]["EvidenceLink"][];
                attachmentIds?: string[];
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "condition-changed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                conditionId: string;
                /** @enum {string} */
                status: "open" | "evidence-submitted" | "met" | "not-met" | "waived" | "carried-over";
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "condition-extended";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                conditionId: string;
                /** Format: date */
                dueOn: string;
                /** Format: date */
                previousDueOn: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "variation-started";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                followingCaseId: string;
                followingReference: string;
                /** @enum {string} */
                kind: "varies" | "extends";
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "promises-carried-over";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                followingCaseId: string;
                followingReference: string;
                /** Format: uuid */
                decisionId: string;
                promises: {
                    /** Format: uuid */
                    conditionId: string;
                    /** @enum {string} */
                    status: "carried-over" | "open";
                }[];
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "spend-recorded";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                reportId: string;
                /** Format: uuid */
                decisionId: string;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                approvedPence: number | null;
                years: {
                    financialYear: string;
                    /**
                     * Format: int64
                     * @description Pence.
                     */
                    amountPence: number;
                }[];
                /**
                 * Format: int64
                 * @description Pence.
                 */
                totalPence: number;
                note: string | null;
                final: boolean;
                /** Format: date */
                endedOn: string | null;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "spend-report-due";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                occasion: string;
                period: string;
                /** Format: date */
                endsOn: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "approval-ending";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                occasion: string;
                /** Format: date */
                endsOn: string;
                months: number;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "condition-due";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                occasion?: string;
                /** Format: uuid */
                conditionId: string;
                /** Format: date */
                dueOn: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "rating-reviewed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                ratingReviewId: string;
                computed: string | null;
                rating: string;
                triage?: {
                    regimeVersion: string;
                    /** Format: date */
                    pinnedOn: string;
                    rating: string | null;
                    route: string;
                    earnedAutonomy?: string[];
                };
                workload?: number;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "review-depth-set";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @enum {string} */
                depth: "light" | "standard" | "full";
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "case-related";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                relationId: string;
                /** Format: uuid */
                relatedCaseId: string;
                relatedReference: string;
                /** @enum {string} */
                kind: "duplicate" | "split" | "related" | "varies" | "extends";
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "case-unrelated";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                relationId: string;
                relatedReference: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "put-in-touch";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                relatedCaseId: string;
                relatedReference: string;
                /** Format: uuid */
                relatedOrganisationId: string;
                relatedTitle: string;
                /** Format: uuid */
                contactId: string;
                /** Format: uuid */
                relationId: string | null;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "likeness-dismissed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                relatedCaseId: string;
                relatedReference: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "external-decision-recorded";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                externalDecisionId: string;
                /** @enum {string} */
                kind: "ministerial" | "treasury";
                /** @enum {string} */
                outcome: "approved" | "approved-with-conditions" | "not-approved" | "noted";
                /** Format: date */
                decidedOn: string;
                documentTitle: string;
                documentUrl: string;
                /** Format: uuid */
                supersedesId?: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "clock-extended";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                target: string;
                days: number;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "reviewer-assigned";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                reviewerId: string;
                /** Format: uuid */
                previousReviewerId: string | null;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "reviewer-unassigned";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                reviewerId: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "assured-by-department";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
                contentHash: string;
                newVersion: boolean;
                triage: {
                    regimeVersion: string;
                    /** Format: date */
                    pinnedOn: string;
                    rating: string | null;
                    route: string;
                    earnedAutonomy?: string[];
                };
                workload?: number;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "called-in";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                triage?: {
                    regimeVersion: string;
                    /** Format: date */
                    pinnedOn: string;
                    rating: string | null;
                    route: string;
                    earnedAutonomy?: string[];
                };
                workload?: number;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "condition-due-soon";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                occasion: string;
                /** Format: uuid */
                conditionId: string;
                /** Format: date */
                dueOn: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "condition-overdue";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                occasion: string;
                /** Format: uuid */
                conditionId: string;
                /** Format: date */
                dueOn: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "return-unanswered";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                occasion: string;
                reminder: number;
                workingDays: number;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "imported";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                reference: string;
                /** Format: uuid */
                organisationId: string;
                regimeVersion: string;
                details: components["schemas"]["CaseDetails"];
                source: string;
                sourceReference: string;
                /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
                rowHash: string;
                /** Format: date */
                submittedOn: string;
                /** Format: date */
                decidedOn: string;
                rating: string | null;
                /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
                contentHash: string;
                /** Format: uuid */
                decisionId: string;
                /** @enum {string} */
                outcome: "approved" | "approved-with-conditions" | "not-approved";
                /**
                 * Format: int64
                 * @description Pence.
                 */
                requestedPence: number;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                approvedPence: number | null;
                decidedBy: string;
                conditions: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                    text: string;
                    /** @enum {integer|null} */
                    point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                    ownerName: string;
                    ownerEmail: string;
                    /** Format: date */
                    dueOn: string;
                    /** @enum {string} */
                    status: "open" | "evidence-submitted" | "met" | "not-met" | "waived" | "carried-over";
                }[];
                document: components["schemas"]["EvidenceLink"] | null;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "advice-asked";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                reference: string;
                /** Format: uuid */
                organisationId: string;
                regimeVersion: string;
                details: components["schemas"]["CaseDetails"];
                synthetic: boolean;
                advice: {
                    /** @enum {string} */
                    subject: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
                    /** @enum {integer|null} */
                    point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                    /** Format: uuid */
                    aboutCaseId: string | null;
                    aboutReference: string | null;
                };
                /** Format: uuid */
                messageId: string;
                body: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "advice-followed-up";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                messageId: string;
                body: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "advice-answered";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                messageId: string;
                body: string;
                takenOn?: boolean;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "advice-referred";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                messageId: string;
                body: string;
                sentTo: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "advice-closed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                messageId: string;
                body: string;
                /** @enum {string} */
                outcome: "answered" | "referred" | "no-longer-needed" | "could-not-be-answered";
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "advice-reopened";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                messageId: string;
                body: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "advice-tied";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                aboutCaseId: string;
                aboutReference: string;
                /** @enum {integer|null} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                /** @enum {string} */
                protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "advice-marked";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @enum {string} */
                protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "guidance-published";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                guidanceId: string;
                /** @enum {string} */
                subject: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
                /** @enum {integer|null} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                title: string;
                body: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "guidance-withdrawn";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                guidanceId: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "attachment-added";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                attachmentId: string;
                /** @enum {integer|null} */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                /** Format: uuid */
                exceptionId: string | null;
                /** Format: uuid */
                conditionId: string | null;
                name: string;
                mediaType: string;
                bytes: number;
                /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
                sha256: string;
                /** Format: uuid */
                messageId?: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "attachment-removed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                attachmentId: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "attachment-infected";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** Format: uuid */
                attachmentId: string;
                signature: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "target-near";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                occasion: string;
                target: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                dueAt: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "target-missed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                occasion: string;
                target: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                dueAt: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "disposal-marked";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @enum {string} */
                ending: "decided" | "assured-by-department" | "withdrawn" | "closed-below-threshold" | "imported" | "advice-closed";
                /** Format: date */
                endedOn: string;
                /** Format: date */
                dueOn: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                notBefore: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "disposal-held";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "disposal-released";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                notBefore: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        } | {
            sequence: number;
            /** @constant */
            type: "disposed";
            /** @enum {string} */
            audience: "shared" | "internal";
            actor: components["schemas"]["PersonInBrief"] | null;
            /** @enum {string|null} */
            actorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
            /** Format: uuid */
            actorOrganisationId: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            /** @enum {string|null} */
            fromState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed" | null;
            /** @enum {string} */
            toState: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            version: number | null;
            reason: string | null;
            payload: {
                /** @enum {string} */
                ending: "decided" | "assured-by-department" | "withdrawn" | "closed-below-threshold" | "imported" | "advice-closed";
                /** Format: date */
                endedOn: string;
                /** Format: date */
                dueOn: string;
                /** @description The token or client through which a program did this for the person; absent where they did it themselves. */
                via?: {
                    /** @enum {string} */
                    kind: "token" | "client";
                    /** Format: uuid */
                    id: string;
                };
            };
        };
        EventPage: {
            items: components["schemas"]["Event"][];
            /** @description Sequence to go on after; null on the last page. */
            next: number | null;
        };
        Receipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
        };
        DetailsReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            detailsRevision: number;
        };
        PointReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** @enum {integer} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            pointRevision: number;
        };
        ExceptionReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            id: string;
            exceptionRevision: number;
        };
        ResubmissionReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** @description False when nothing was changed, and so the version stayed. */
            newVersion: boolean;
        };
        AssessmentReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** @enum {integer} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            /** @enum {string} */
            verdict: "met" | "partially-met" | "not-met" | "not-applicable";
        };
        RulingReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            exceptionId: string;
            /** @enum {string} */
            ruling: "accepted" | "refused";
        };
        DecisionReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            decisionId: string;
            decisionNumber: number;
            conditions: {
                /** Format: uuid */
                id: string;
                number: number;
            }[];
        };
        ConditionReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            conditionId: string;
            /** @enum {string} */
            status: "open" | "evidence-submitted" | "met" | "not-met" | "waived" | "carried-over";
            conditionRevision: number;
        };
        ConditionExtensionReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            conditionId: string;
            /** Format: date */
            dueOn: string;
            /** @enum {string} */
            status: "open" | "evidence-submitted" | "met" | "not-met" | "waived" | "carried-over";
            conditionRevision: number;
        };
        SpendReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: int64
             * @description Pence.
             */
            totalPence: number;
            /**
             * Format: int64
             * @description By how much more was spent than approved; null where it was not.
             */
            overspentPence: number | null;
        };
        VariationReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** @description The draft that was started; what stands beside is of the approval. */
            following: {
                reference: string;
                /** @enum {string} */
                kind: "varies" | "extends";
            };
        };
        RatingReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            rating: string;
            /** @description The level the answers make; null where they make none. */
            computed: string | null;
            overridden: boolean;
            route: string;
        };
        DepthReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** @enum {string} */
            reviewDepth: "light" | "standard" | "full";
        };
        ExtensionReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            target: string;
            days: number;
        };
        IdReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            id: string;
        };
        AttachmentReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            id: string;
            name: string;
            mediaType: string;
            bytes: number;
            /** @description SHA-256. */
            sha256: string;
            /** @enum {string} */
            status: "waiting" | "not-scanned";
        };
        AssignmentReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            reviewerId: string;
        };
        NoNextCase: {
            /** @constant */
            given: false;
            why: string;
        };
        CommentReceipt: {
            reference: string;
            /** @enum {string} */
            state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the case, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            commentId: string;
            commentRevision: number;
        };
        CodeOfPractice: {
            version: string;
            url: string;
            points: {
                /** @enum {integer} */
                number: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
                title: string;
                summary: string;
                verb: string;
                evidencePrompts: string[];
                url: string;
                /**
                 * @description By the regime new requests come under; this service’s own reading.
                 * @enum {string}
                 */
                mandatory: "always" | "when-building-a-service" | "no";
            }[];
        };
        LegacyRiskFramework: {
            version: string;
            url: string;
            horizonYears: number;
            legacyFromLikelihood: number;
            redRatedFrom: number;
            zoneStarts: {
                medium: number;
                high: number;
                red: number;
            };
            likelihood: {
                /** @enum {string} */
                code: "L1" | "L2" | "L3" | "L4" | "L5" | "L6" | "L7";
                name: string;
                description: string;
                levels: {
                    score: number;
                    label: string;
                    descriptor: string;
                }[];
            }[];
            impact: {
                /** @enum {string} */
                code: "C1" | "C2" | "C3" | "C4" | "C5" | "C6";
                name: string;
                description: string;
                levels: {
                    score: number;
                    label: string;
                    descriptor: string;
                }[];
            }[];
        };
        /**
         * A version of the digital and technology spend control
         * @description Where no source says, the value is “not-known”. Everything says where it was read and whether it is government’s or this service’s own.
         */
        Regime: {
            /** @description Lower-case words joined by hyphens */
            version: string;
            /** @description Plain words */
            name: string;
            /** @description Plain words */
            summary: string;
            /** @description A year, a month or a day, as precise as the source: 2018, 2018-04 or 2018-04-01 */
            validFrom: string;
            /** @description A year, a month or a day, as precise as the source: 2018, 2018-04 or 2018-04-01 */
            validTo: string | null;
            provenance: components["schemas"]["Regime-provenance"];
            /** @description Plain words */
            licence: string;
            thresholds: unknown;
            mandatoryPoints: {
                points: {
                    /** @enum {string} */
                    1: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    2: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    3: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    4: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    5: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    6: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    7: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    8: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    9: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    10: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    11: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    12: "always" | "when-building-a-service" | "no";
                    /** @enum {string} */
                    13: "always" | "when-building-a-service" | "no";
                };
                provenance: components["schemas"]["Regime-provenance"];
            };
            rating: unknown;
            strategicCommitments: unknown;
            routing: {
                routes: {
                    /** @description Lower-case words joined by hyphens */
                    id: string;
                    /** @description Plain words */
                    name: string;
                    /** @enum {string} */
                    assuredBy: "gds-assurance" | "department";
                    roles: {
                        /** @enum {string} */
                        assures: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
                        /** @enum {string} */
                        decides: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
                    };
                    conditions: string[];
                    provenance: components["schemas"]["Regime-provenance"];
                }[];
                rules: {
                    when: components["schemas"]["Regime-condition"];
                    /** @description Lower-case words joined by hyphens */
                    route: string;
                    /** @description To follow “because” */
                    reason: string;
                    provenance: components["schemas"]["Regime-provenance"];
                }[];
                otherwise: {
                    /** @description Lower-case words joined by hyphens */
                    route: string;
                    /** @description Plain words */
                    reason: string;
                    provenance: components["schemas"]["Regime-provenance"];
                };
            };
            furtherSteps: unknown;
            turnaround: unknown;
            /** @description For editors; it is not kept */
            $schema?: string;
        };
        "Regime-provenance": {
            /** @enum {string} */
            whose: "government" | "ours";
            /** @description Where it was read, or, for our own, why it is as it is */
            source: string;
            /** @description An address beginning with https:// */
            url?: string;
        };
        "Regime-condition": {
            /** @constant */
            kind: "always";
        } | {
            /** @constant */
            kind: "flag";
            /** @enum {string} */
            flag: "publicFacing" | "buildsService" | "cryptKey" | "artificialIntelligence" | "emergingTechnology" | "directAward" | "contractExtension" | "retrospective" | "breach" | "novelOrContentious" | "majorProjectsPortfolio" | "criticalNationalInfrastructure" | "legacyTechnology" | "usesOneLogin" | "treasuryApprovalNeeded" | "serviceAssessmentRequired";
        } | {
            /** @constant */
            kind: "category";
            categories: ("digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract")[];
        } | {
            /** @constant */
            kind: "over";
            /** @enum {string} */
            measure: "requested" | "whole-life";
            /** @description Whole pence: £1 is 100 */
            pence: number;
        } | {
            /** @constant */
            kind: "rating";
            levels: string[];
        } | {
            /** @constant */
            kind: "earned-autonomy";
        } | {
            /** @constant */
            kind: "all";
            of: components["schemas"]["Regime-condition"][];
        } | {
            /** @constant */
            kind: "any";
            of: components["schemas"]["Regime-condition"][];
        };
        Regimes: {
            /** @description Version new requests come under today. */
            newCasesGet: string;
            adoptions: {
                /** Format: uuid */
                id: string;
                regimeVersion: string;
                /** Format: date */
                adoptedFrom: string;
            }[];
            regimes: {
                regime: components["schemas"]["Regime"];
                /** @description SHA-256. */
                contentHash: string;
                /** @description Whether cases are pinned to it, so that it is never altered. */
                inUse: boolean;
            }[];
        };
        ReferenceDataKinds: {
            kinds: {
                /** @enum {string} */
                kind: "regimes" | "working-days" | "common-components";
                name: string;
                /** @description The one loaded last comes first. */
                versions: {
                    /** @description Of a regime its version, of bank holidays their id. */
                    version: string;
                    /** @description What the document calls itself. */
                    name: string;
                    /**
                     * Format: date-time
                     * @description UTC.
                     */
                    loadedAt: string;
                    /** @description SHA-256. */
                    contentHash: string;
                    /** @description Null where it came with the service or was loaded by command. */
                    addedBy: {
                        /** Format: uuid */
                        id: string;
                        name: string;
                    } | null;
                }[];
            }[];
        };
        ReferenceDataDocument: {
            /** @description Of a regime its version, of bank holidays their id. */
            version: string;
            /** @description What the document calls itself. */
            name: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            loadedAt: string;
            /** @description SHA-256. */
            contentHash: string;
            /** @description Null where it came with the service or was loaded by command. */
            addedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description The version as it was given: a regime, or a calendar of bank holidays. */
            document: {
                [key: string]: unknown;
            };
        };
        ReferenceDataReceipt: {
            /** @enum {string} */
            kind: "regimes" | "working-days" | "common-components";
            version: string;
            /** @description SHA-256. */
            contentHash: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            addedAt: string;
        };
        Lifecycle: {
            states: {
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                name: string;
                editable: boolean;
                decided: boolean;
                terminal: boolean;
            }[];
            roles: {
                /** @enum {string} */
                role: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
                name: string;
            }[];
            actions: {
                /** @enum {string} */
                action: "edit-content" | "begin-request" | "sign-off" | "take-back-sign-off" | "submit" | "record-departmental-assurance" | "call-in" | "acknowledge" | "review-rating" | "set-review-depth" | "assign-reviewer" | "hand-over" | "unassign" | "relate-case" | "unrelate-case" | "put-in-touch" | "dismiss-likeness" | "extend-clock" | "record-external-decision" | "start-review" | "assess-point" | "rule-on-legacy-exception" | "return" | "resubmit" | "recommend" | "refer-back" | "approve" | "approve-with-conditions" | "not-approve" | "supersede" | "withdraw" | "close-draft-below-threshold" | "close-submission-below-threshold" | "comment" | "comment-internally" | "submit-condition-evidence" | "confirm-condition-met" | "send-condition-back" | "conclude-not-met" | "waive-condition" | "extend-condition" | "record-spend" | "start-variation" | "follow-up-advice" | "answer-advice" | "refer-advice" | "close-advice" | "reopen-advice" | "tie-advice" | "attach-to-advice" | "mark-advice" | "publish-guidance" | "withdraw-guidance";
                name: string;
                from: ("planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed")[];
                to: ("planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed")[] | "unchanged";
                roles: ("submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator")[];
                /** @enum {string} */
                reason: "required" | "none";
                guards: string[];
            }[];
        };
        ThresholdCheckAnswer: {
            regimeVersion: string;
            /** @description That the regime is over by its own dates. */
            regimeNote: string | null;
            check: {
                /** @constant */
                known: true;
                /** @description Greater than the threshold; exactly the amount is not over it. */
                overThreshold: boolean;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                thresholdPence: number;
                /** @enum {string} */
                effect: "needs-approval" | "pipeline-reporting";
                /** @description To follow “it is”: over £100,000 because public-facing. */
                rule: string;
                source: string;
                /** @enum {string} */
                whose: "government" | "ours";
            } | {
                /** @constant */
                known: false;
                missing: string[];
            };
        };
        CaseClock: {
            /**
             * Format: date-time
             * @description UTC.
             */
            at: string;
            regimeVersion: string;
            /** @description The regime’s targets with whose they are, or “not-known”. */
            turnaround: unknown;
            /** @description From when on bank holidays are not known, where that matters here. */
            calendarNote: string | null;
            standing: {
                /** @enum {string} */
                state: "not-started" | "running" | "stopped" | "ended";
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                startedAt: string | null;
                targets: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    dayKind: "working-days" | "calendar-days";
                    /** @enum {string} */
                    whenTimeRunsOut: "breach" | "closes";
                    /**
                     * Format: date
                     * @description Day 0: what it counts as received on.
                     */
                    receivedOn: string;
                    isOpen: boolean;
                    /** @description Extensions included. */
                    allowedDays: number;
                    extensionDays: number;
                    usedDays: number;
                    stoppedDays: number;
                    /**
                     * Format: date-time
                     * @description UTC; null while the clock stands still.
                     */
                    dueAt: string | null;
                    /**
                     * Format: date-time
                     * @description UTC.
                     */
                    warnAt: string | null;
                    /** @enum {string} */
                    state: "running" | "stopped" | "met" | "missed" | "closed" | "ended";
                    /**
                     * Format: date-time
                     * @description UTC.
                     */
                    metAt: string | null;
                    /**
                     * Format: date-time
                     * @description UTC.
                     */
                    breachedAt: string | null;
                }[];
                nextDue: {
                    target: string;
                    /**
                     * Format: date-time
                     * @description UTC.
                     */
                    dueAt: string;
                } | null;
            } | null;
        };
        RatingReviews: {
            /** Format: uuid */
            id: string;
            version: number;
            sequence: number;
            computed: string | null;
            rating: string;
            overridden: boolean;
            reason: string | null;
            reviewedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            reviewedAt: string;
        }[];
        ExternalDecisions: {
            /** Format: uuid */
            id: string;
            sequence: number;
            /** @enum {string} */
            kind: "ministerial" | "treasury";
            /** @enum {string} */
            outcome: "approved" | "approved-with-conditions" | "not-approved" | "noted";
            /** Format: date */
            decidedOn: string;
            documentTitle: string;
            documentUrl: string;
            note: string | null;
            /** Format: uuid */
            supersedesId: string | null;
            superseded: boolean;
            recordedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            recordedAt: string;
        }[];
        Relations: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "duplicate" | "split" | "related" | "varies" | "extends";
            reason: string;
            /**
             * @description Whether this case was marked with the other, or the other with this.
             * @enum {string}
             */
            direction: "from" | "to";
            /** @description Its ETag. */
            revision: number;
            case: {
                reference: string;
                title: string;
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                /**
                 * Format: int64
                 * @description Pence.
                 */
                requestedPence: number | null;
            };
            relatedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            relatedAt: string;
        }[];
        RelationSuggestions: {
            /** @enum {string} */
            kind: "duplicate" | "split" | "related";
            case: {
                reference: string;
                title: string;
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                /**
                 * Format: int64
                 * @description Pence.
                 */
                requestedPence: number | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                submittedAt: string | null;
            };
            /** @description From 0 to 1, how alike the titles are. */
            likeness: number;
            /** @description Suppliers named in both. */
            suppliers: string[];
            /** @description Why it is suggested. It decides nothing. */
            reason: string;
        }[];
        Reviewers: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Cases that wait for the reviewer. */
            cases: number;
            /** @description The same, weighed by their ratings. */
            points: number;
            /** @description Cases of theirs that wait for a department. */
            returned: number;
        }[];
        EarnedAutonomies: {
            /** Format: uuid */
            id: string;
            levels: string[];
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string | null;
            reason: string;
            documentTitle: string;
            documentUrl: string;
            /** Format: uuid */
            supersedesId: string | null;
            superseded: boolean;
            /**
             * Format: date
             * @description First day of its correction, which counts from then on; null where there is none.
             */
            supersededFrom: string | null;
            recordedBy: components["schemas"]["PersonInBrief"];
            /**
             * Format: date-time
             * @description UTC.
             */
            recordedAt: string;
        }[];
        EarnedAutonomyReceipt: {
            /** Format: uuid */
            id: string;
        };
        WorkingDays: {
            name: string;
            source: string;
            url: string;
            licence: string;
            /** Format: date */
            firstDay: string;
            /** Format: date */
            lastDay: string;
            /** Format: date */
            publishedUntil: string;
            holidays: {
                /** Format: date */
                date: string;
                title: string;
            }[];
        };
        /** @description The catalogue that counts today; null where there is none. A component is asked about where one of each list holds, of flags one answered yes; an empty list asks for nothing. */
        CommonComponents: {
            version: string;
            name: string;
            summary: string;
            source: string;
            url: string;
            licence: string;
            /** Format: date */
            validFrom: string;
            components: {
                id: string;
                name: string;
                does: string;
                url: string;
                askedWhen: {
                    flags: ("publicFacing" | "buildsService" | "cryptKey" | "artificialIntelligence" | "emergingTechnology" | "directAward" | "contractExtension" | "retrospective" | "breach" | "novelOrContentious" | "majorProjectsPortfolio" | "criticalNationalInfrastructure" | "legacyTechnology" | "usesOneLogin" | "treasuryApprovalNeeded" | "serviceAssessmentRequired")[];
                    categories: ("digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract")[];
                    phases: ("discovery" | "alpha" | "beta" | "live" | "retirement" | "not-applicable")[];
                };
            }[];
        } | null;
        Triage: {
            regimeVersion: string;
            regimeName: string;
            /**
             * Format: date
             * @description Day whose rating questions count.
             */
            on: string;
            /** @description False while the case is a draft and the regime may still change. */
            pinned: boolean;
            /** @enum {string|null} */
            reviewDepth: "light" | "standard" | "full" | null;
            /** @description That the regime was over by its own dates, and counts all the same. */
            regimeNote: string | null;
            threshold: {
                /** @constant */
                known: true;
                /** @description Greater than the threshold; exactly the amount is not over it. */
                overThreshold: boolean;
                /**
                 * Format: int64
                 * @description Pence.
                 */
                thresholdPence: number;
                /** @enum {string} */
                effect: "needs-approval" | "pipeline-reporting";
                /** @description To follow “it is”: over £100,000 because public-facing. */
                rule: string;
                source: string;
                /** @enum {string} */
                whose: "government" | "ours";
            } | {
                /** @constant */
                known: false;
                missing: string[];
            };
            questions: {
                id: string;
                text: string;
                /** @enum {string|null} */
                workedOutFrom: "requested" | "whole-life" | null;
                options: {
                    id: string;
                    label: string;
                    level: string;
                    levelName: string;
                }[];
                answer: string | null;
                missing: {
                    /** @description JSON pointer into the case’s content. */
                    pointer: string;
                    message: string;
                } | null;
                provenance: {
                    /** @enum {string} */
                    whose: "government" | "ours";
                    source: string;
                    url?: string;
                };
            }[];
            rating: {
                /** @constant */
                known: true;
                level: string;
                levelName: string;
                /** @description How the answers made it. */
                how: string;
                /** @description The answers that made it. */
                madeBy: {
                    question: string;
                    text: string;
                    answer: string;
                    label: string;
                    level: string;
                    levelName: string;
                    /** @enum {string|null} */
                    workedOutFrom: "requested" | "whole-life" | null;
                }[];
                answers: {
                    question: string;
                    text: string;
                    answer: string;
                    label: string;
                    level: string;
                    levelName: string;
                    /** @enum {string|null} */
                    workedOutFrom: "requested" | "whole-life" | null;
                }[];
                /** @description False where the framework has questions that could not be read. */
                complete: boolean;
                note: string | null;
            } | {
                /** @constant */
                known: false;
                missing: {
                    /** @description JSON pointer into the case’s content. */
                    pointer: string;
                    message: string;
                }[];
                note: string | null;
            };
            /** @description The level the case counts as rated at, and who says so. */
            effectiveRating: {
                level: string;
                levelName: string;
                /** @enum {string} */
                saidBy: "answers" | "reviewer";
                overridden: boolean;
            } | null;
            /** @description Levels the organisation assures itself. */
            earnedAutonomy: string[];
            /** @description Decisions made elsewhere that were recorded and stand, whether or not the regime asks for them. */
            recordedDecisions: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "ministerial" | "treasury";
                /** @enum {string} */
                outcome: "approved" | "approved-with-conditions" | "not-approved" | "noted";
                /** Format: date */
                decidedOn: string;
            }[];
            route: {
                route: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    assuredBy: "gds-assurance" | "department";
                    roles: {
                        /** @enum {string} */
                        assures: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
                        /** @enum {string} */
                        decides: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
                    };
                    /** @description What must hold on this route. */
                    conditions: string[];
                    provenance: {
                        /** @enum {string} */
                        whose: "government" | "ours";
                        source: string;
                        url?: string;
                    };
                };
                /** @description To follow “because”. */
                reason: string;
                provenance: {
                    /** @enum {string} */
                    whose: "government" | "ours";
                    source: string;
                    url?: string;
                };
                /** @description False while an answer that is still open could bring another route. */
                settled: boolean;
                notes: string[];
                stepsKnown: boolean;
                steps: {
                    /** @enum {string} */
                    kind: "ministerial" | "treasury";
                    name: string;
                    /** @description Null while something it depends on is not answered. */
                    applies: boolean | null;
                    missing: {
                        /** @description JSON pointer into the case’s content. */
                        pointer: string;
                        message: string;
                    }[];
                    reason: string;
                    provenance: {
                        /** @enum {string} */
                        whose: "government" | "ours";
                        source: string;
                        url?: string;
                    };
                }[];
                commitments: {
                    /** @description Null while something it depends on is not answered. */
                    asked: boolean | null;
                    complete: boolean;
                    note: string | null;
                    questions: {
                        id: string;
                        text: string;
                        answer: {
                            meets: boolean | null;
                            explanation: string | null;
                        } | null;
                        missing: {
                            /** @description JSON pointer into the case’s content. */
                            pointer: string;
                            message: string;
                        } | null;
                    }[];
                    provenance: {
                        /** @enum {string} */
                        whose: "government" | "ours";
                        source: string;
                        url?: string;
                    } | null;
                };
            };
        };
        CaseAsItStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As reading the case gave it then. */
            case: components["schemas"]["Case"];
        };
        VersionsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["Versions"];
        };
        AssessmentsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["Assessments"];
        };
        RulingsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["Rulings"];
        };
        ReturnsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["Returns"];
        };
        RecommendationsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["Recommendations"];
        };
        DecisionsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["Decisions"];
        };
        ConditionsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["Conditions"];
        };
        CommentsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["Comments"];
        };
        RatingReviewsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["RatingReviews"];
        };
        ExternalDecisionsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["ExternalDecisions"];
        };
        RelationsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the part’s own address gave it then. */
            items: components["schemas"]["Relations"];
        };
        SpendReportsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description As the address of what was spent gave them then. */
            items: components["schemas"]["SpendReports"];
        };
        AttachmentsAsTheyStood: {
            /**
             * Format: date-time
             * @description The instant asked for, UTC. What happened at the instant itself counts.
             */
            at: string;
            /** @description The case’s revision then: the sequence of its latest event. */
            revision: number;
            /**
             * Format: date-time
             * @description When that event happened, UTC.
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When text that could be personal was disposed of, UTC: it is missing here, though it was there then.
             */
            disposedAt: string | null;
            /** @description What events of that time do not say, so that the answer may be wrong in it; mostly nothing. */
            notKnown: "route"[];
            /** @description How far their checking for viruses had got is not told. */
            items: components["schemas"]["AttachmentsThen"];
        };
        SearchCriteria: {
            /** Format: uuid */
            organisationId: string | null;
            /** @description Any of these; any state where empty. */
            states: ("planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed")[];
            /** @description “me”, whoever runs the search; “nobody”; or the id of a person. */
            reviewer: string | null;
            /** @description Any of these levels. */
            ratings: string[];
            /** @description Any of these routes. */
            routes: string[];
            /**
             * Format: int64
             * @description Pence.
             */
            minPence: number | null;
            /**
             * Format: int64
             * @description Pence.
             */
            maxPence: number | null;
            /** @description All of these answered with yes. */
            flags: ("publicFacing" | "buildsService" | "cryptKey" | "artificialIntelligence" | "emergingTechnology" | "directAward" | "contractExtension" | "retrospective" | "breach" | "novelOrContentious" | "majorProjectsPortfolio" | "criticalNationalInfrastructure" | "legacyTechnology" | "usesOneLogin" | "treasuryApprovalNeeded" | "serviceAssessmentRequired")[];
            /** @description Any of these. */
            categories: ("digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract")[];
            overdue: boolean | null;
            /**
             * Format: date
             * @description First day of first submission, London.
             */
            submittedFrom: string | null;
            /**
             * Format: date
             * @description Last day of first submission, London.
             */
            submittedTo: string | null;
            /** @description In the title. */
            text: string | null;
        };
        SavedSearch: {
            /** Format: uuid */
            id: string;
            name: string;
            criteria: components["schemas"]["SearchCriteria"];
            /** @description The criteria in words, one phrase for each. */
            description: string[];
            owner: components["schemas"]["PersonInBrief"];
            /** @description The organisation whose people may see it; null while it is personal. */
            sharedWith: {
                /** Format: uuid */
                id: string;
                key: string;
                name: string;
            } | null;
            /** @description Whether you may change and remove it. */
            mine: boolean;
            /** @description Whether you get an email when something new matches. */
            following: boolean;
            /** @description Cases you may see that match. */
            matches: components["schemas"]["CaseCount"];
            /** @description Its ETag. */
            revision: number;
            /**
             * Format: date-time
             * @description UTC.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            updatedAt: string;
        };
        SavedSearchPage: {
            items: components["schemas"]["SavedSearch"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        DecisionLog: {
            /** @description What the log is called; first line of each checkpoint. */
            origin: string;
            /** @description How many events the log holds. */
            size: number;
            /**
             * Format: date-time
             * @description UTC.
             */
            sealedAt: string;
            /** @description Public keys that sign or have signed, name+id+base64; the current one first. */
            keys: string[];
        };
        Checkpoints: {
            items: {
                /** @description How many events the log holds. */
                size: number;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                sealedAt: string;
                /** @description A signed note (C2SP): origin, size, root and signatures. */
                note: string;
            }[];
            /** @description Give as “after” for the next page; null on the last. */
            next: number | null;
        };
        ConsistencyProof: {
            /** @description How many events the log holds. */
            from: number;
            /** @description How many events the log holds. */
            to: number;
            /** @description Hashes in the order of RFC 9162, section 2.1.4. */
            proof: string[];
        };
        EventProof: {
            event: {
                format: string;
                /** Format: uuid */
                caseId: string;
                sequence: number;
                type: string;
                audience: string;
                /** Format: uuid */
                actorId: string | null;
                actorRole: string | null;
                /** Format: uuid */
                actorOrganisationId: string | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                occurredAt: string;
                fromState: string | null;
                toState: string;
                version: number | null;
                /** @description The payload without its private text. */
                facts: {
                    [key: string]: unknown;
                };
                /** @description Commitment to the private text. */
                private: string | null;
                /** @description Hash of the case’s event before. */
                previous: string | null;
            };
            /** @description Hash of the canonical text (RFC 8785) of “event”: SHA-256 in the format spend-control-event/1, SHA-384 in /2. */
            hash: string;
            /** @description What the private text was committed to with, hexadecimal. */
            salt: string | null;
            /** @description The private text by its JSON Pointer in the payload, the reason under “reason”; null where there is none or it was erased. */
            private: {
                [key: string]: string;
            } | null;
            /** @description Place in the log; null while the event waits to be sealed. */
            index: number | null;
            /** @description Hashes in the order of RFC 9162, section 2.1.3. */
            inclusion: string[];
            /** @description The signed checkpoint the proof leads to. */
            checkpoint: string | null;
        };
        AccessRecord: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            occurredAt: string;
            person: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            what: "view" | "search" | "export";
            /** @description Which part of the case, or which list. */
            part: string;
            /** @description Of the case; null for lists, and where there is no such case. */
            reference: string | null;
            /** @description What was asked for beside the address; null to a program without marked-cases:read. */
            criteria: {
                [key: string]: string;
            } | null;
            /** @description Null to a program without marked-cases:read. */
            resultCount: number | null;
            /**
             * @description “refused”: it was not shown, being no such thing or not theirs to see.
             * @enum {string}
             */
            outcome: "given" | "refused";
            requestId: string | null;
            /**
             * Format: uuid
             * @description Token or client of the program that asked for the person; null where they asked themselves.
             */
            machineId: string | null;
        };
        AccessRecordPage: {
            items: components["schemas"]["AccessRecord"][];
            next: string | null;
        };
        ImportReport: {
            source: string;
            dryRun: boolean;
            /**
             * @description All of a file is imported, or, where anything is wrong with it, nothing: refused.
             * @enum {string}
             */
            outcome: "imported" | "would-import" | "nothing-new" | "refused";
            totals: {
                rows: number;
                new: number;
                imported: number;
                unchanged: number;
                disposed: number;
                conflicts: number;
                bad: number;
            };
            problems: {
                /** @description Line of the file the row begins on. */
                line: number;
                /** @description Null where the whole line is meant. */
                column: string | null;
                sourceReference: string | null;
                /** @description What is wrong and what to do. */
                reason: string;
            }[];
            /** @description Imported before and different now; the cases stay as they are. */
            conflicts: {
                /** @description Line of the file the row begins on. */
                line: number;
                sourceReference: string;
                /** @description The case here. */
                reference: string;
            }[];
            /** @description Imported before and the same now. */
            unchanged: {
                /** @description Line of the file the row begins on. */
                line: number;
                sourceReference: string;
                /** @description The case here. */
                reference: string;
            }[];
            /** @description Imported before as cases that were disposed of since; nothing is taken. */
            disposed: {
                /** @description Line of the file the row begins on. */
                line: number;
                sourceReference: string;
                /** @description The case here. */
                reference: string;
            }[];
            imported: {
                /** @description Line of the file the row begins on. */
                line: number;
                sourceReference: string;
                /** @description The case here. */
                reference: string;
            }[];
        };
        PipelinePage: {
            items: {
                reference: string;
                /** @description What its organisation calls it. */
                key: string | null;
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                revision: number;
                /** @description True for demonstration data. */
                synthetic: boolean;
                details: components["schemas"]["CaseDetails"];
                /** @description The amounts by year together, otherwise the amount in all; null where neither is known. */
                expectedPence: number | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                updatedAt: string;
                /** @description A quarter of a financial year, or “earlier”, “later” or “no-date”. */
                period: string;
                /** @description Approval will be needed within three months, or is needed already. */
                engageNow: boolean;
            }[];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        PipelineFigures: {
            /** Format: date */
            today: string;
            /**
             * Format: date
             * @description The last day the pipeline looks ahead to.
             */
            horizon: string;
            /**
             * Format: date
             * @description What starts by this day, included, needs its request begun now.
             */
            engageUntil: string;
            periods: {
                /** @description A quarter of a financial year, or “earlier”, “later” or “no-date”. */
                period: string;
                entries: number;
                /** @description Pence. */
                expectedPence: number;
                withoutAmount: number;
                engageNow: number;
            }[];
            years: {
                financialYear: string;
                /** @description Pence. */
                amountPence: number;
                entries: number;
            }[];
            entries: number;
            engageNow: number;
            extensions: number;
            /** @description Every contract that ends within the horizon, the earliest end first. */
            contractsEnding: {
                reference: string;
                title: string;
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                suppliers: string[];
                /** Format: date */
                contractEndsOn: string;
                /** @description Variations and extensions of the case that say the contract ends later. */
                continuedBy: {
                    reference: string;
                    title: string;
                    /** @enum {string} */
                    state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                }[];
                /** @description Other cases of the organisation with one of the suppliers that start about then; nothing says they continue it. */
                mayBeContinuedBy: {
                    reference: string;
                    title: string;
                    /** @enum {string} */
                    state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                }[];
            }[];
            /** @description More contracts end than the first 200, which are listed: ask for one organisation to see the rest. */
            moreContracts: boolean;
        };
        PipelineImportReport: {
            dryRun: boolean;
            /**
             * @description All of a file is imported, or, where anything is wrong with it, nothing: refused.
             * @enum {string}
             */
            outcome: "imported" | "would-import" | "nothing-new" | "refused";
            totals: {
                rows: number;
                added: number;
                changed: number;
                unchanged: number;
                left: number;
                bad: number;
            };
            problems: {
                /** @description Line of the file the row begins on. */
                line: number;
                key: string | null;
                /** @description Null where the whole line is meant. */
                column: string | null;
                /** @description What is wrong and what to do. */
                reason: string;
            }[];
            added: {
                /** @description Line of the file the row begins on. */
                line: number;
                key: string;
                title: string;
                /** @description The case here; null where it is not made yet. */
                reference: string | null;
            }[];
            changed: {
                /** @description Line of the file the row begins on. */
                line: number;
                key: string;
                title: string;
                /** @description The case here; null where it is not made yet. */
                reference: string | null;
                columns: string[];
            }[];
            /** @description Entries of which a request was begun since, or which were given up: they stay as they are. */
            left: {
                /** @description Line of the file the row begins on. */
                line: number;
                key: string;
                title: string;
                /** @description The case here; null where it is not made yet. */
                reference: string | null;
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
            }[];
        };
        AdviceFile: {
            /** Format: uuid */
            id: string;
            name: string;
            mediaType: string;
            bytes: number;
            /** @description SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of. */
            sha256: string;
            /** @enum {string} */
            status: "waiting" | "clean" | "infected" | "not-scanned" | "disposed";
            /** @enum {integer|null} */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            /** Format: uuid */
            exceptionId: string | null;
            /** Format: uuid */
            conditionId: string | null;
            /** Format: uuid */
            evidenceId: string | null;
            /** Format: uuid */
            messageId: string;
        };
        AdvicePage: {
            items: {
                reference: string;
                title: string;
                /** @enum {string} */
                subject: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
                /**
                 * @description The point of the Code of Practice it is about.
                 * @enum {integer|null}
                 */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                /** @enum {string} */
                state: "advice-asked" | "advice-answered" | "advice-closed";
                revision: number;
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                asker: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** @description Who at GDS Assurance has it in hand. */
                adviser: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** @description True for demonstration data. */
                synthetic: boolean;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                askedAt: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                updatedAt: string;
                /**
                 * Format: date-time
                 * @description When the time for the first answer runs out; null once there is one, or it was closed.
                 */
                firstAnswerDueAt: string | null;
                /** @enum {string|null} */
                outcome: "answered" | "referred" | "no-longer-needed" | "could-not-be-answered" | null;
                /**
                 * @description The strictest of what whoever asked chose and that of the case it is about.
                 * @enum {string}
                 */
                protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
                /** @description The first answer is late. */
                overdue: boolean;
            }[];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        Advice: {
            reference: string;
            title: string;
            /** @enum {string} */
            subject: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
            /**
             * @description The point of the Code of Practice it is about.
             * @enum {integer|null}
             */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            /** @enum {string} */
            state: "advice-asked" | "advice-answered" | "advice-closed";
            revision: number;
            organisation: {
                /** Format: uuid */
                id: string;
                key: string;
                name: string;
            };
            asker: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description Who at GDS Assurance has it in hand. */
            adviser: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description True for demonstration data. */
            synthetic: boolean;
            /**
             * Format: date-time
             * @description UTC.
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When the time for the first answer runs out; null once there is one, or it was closed.
             */
            firstAnswerDueAt: string | null;
            /** @enum {string|null} */
            outcome: "answered" | "referred" | "no-longer-needed" | "could-not-be-answered" | null;
            /** @enum {string} */
            protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
            /** @description The first answer is late. */
            overdue: boolean;
            /** @description The case it is about. */
            about: {
                reference: string;
                title: string;
            } | null;
            messages: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "question" | "answer" | "referral" | "closure";
                body: string;
                /**
                 * @description Of a closure.
                 * @enum {string|null}
                 */
                outcome: "answered" | "referred" | "no-longer-needed" | "could-not-be-answered" | null;
                /** @description Of a referral: the address its words were sent to. */
                sentTo: string | null;
                /** @description Null where the service itself wrote it. */
                author: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** @enum {string|null} */
                authorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                writtenAt: string;
                attachments: components["schemas"]["AdviceFile"][];
            }[];
            /** @description What was published of its answers. */
            guidance: {
                /** Format: uuid */
                id: string;
                title: string;
                body: string;
                /**
                 * @description The point of the Code of Practice it is about.
                 * @enum {integer|null}
                 */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                publishedAt: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                withdrawnAt: string | null;
                /**
                 * @description Whether it was taken back, or taken down because the question was marked; null while it is published.
                 * @enum {string|null}
                 */
                withdrawnBecause: "taken-back" | "marked" | null;
            }[];
        };
        AdviceOfCase: {
            reference: string;
            title: string;
            /** @enum {string} */
            subject: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
            /**
             * @description The point of the Code of Practice it is about.
             * @enum {integer|null}
             */
            point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
            /** @enum {string} */
            state: "advice-asked" | "advice-answered" | "advice-closed";
            /** @enum {string} */
            protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
            /**
             * Format: date-time
             * @description UTC.
             */
            askedAt: string;
            messages: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "question" | "answer" | "referral" | "closure";
                body: string;
                /**
                 * @description Of a closure.
                 * @enum {string|null}
                 */
                outcome: "answered" | "referred" | "no-longer-needed" | "could-not-be-answered" | null;
                /** @description Of a referral: the address its words were sent to. */
                sentTo: string | null;
                /** @description Null where the service itself wrote it. */
                author: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** @enum {string|null} */
                authorRole: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator" | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                writtenAt: string;
                attachments: components["schemas"]["AdviceFile"][];
            }[];
        }[];
        AdviceTie: {
            reference: string;
            /** @enum {string} */
            state: "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the question, and sequence of the event the change left. */
            revision: number;
            version: number | null;
        };
        AdviceReceipt: {
            reference: string;
            /** @enum {string} */
            state: "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the question, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            messageId: string;
        };
        AdviceMarked: {
            reference: string;
            /** @enum {string} */
            state: "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the question, and sequence of the event the change left. */
            revision: number;
            version: number | null;
        };
        GuidanceReceipt: {
            reference: string;
            /** @enum {string} */
            state: "advice-asked" | "advice-answered" | "advice-closed";
            /** @description Revision of the question, and sequence of the event the change left. */
            revision: number;
            version: number | null;
            /** Format: uuid */
            guidanceId: string;
        };
        GuidancePage: {
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                subject: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
                /**
                 * @description The point of the Code of Practice it is about.
                 * @enum {integer|null}
                 */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | null;
                title: string;
                body: string;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                publishedAt: string;
            }[];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        LikenessPage: {
            items: {
                /** @description How alike the two look, from 0 to 1. It decides nothing. */
                score: number;
                /** @description Why they look alike, in words. */
                reasons: string[];
                one: {
                    reference: string;
                    title: string;
                    /** @enum {string} */
                    state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                    organisation: {
                        /** Format: uuid */
                        id: string;
                        key: string;
                        name: string;
                    };
                    /** @enum {string|null} */
                    category: "digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract" | null;
                    requestedPence: number | null;
                    /** @description The amounts by year together, otherwise the amount in all; null where neither is known. */
                    expectedPence: number | null;
                    /** Format: date */
                    spendStartsOn: string | null;
                    /** @enum {string} */
                    protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
                };
                other: {
                    reference: string;
                    title: string;
                    /** @enum {string} */
                    state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                    organisation: {
                        /** Format: uuid */
                        id: string;
                        key: string;
                        name: string;
                    };
                    /** @enum {string|null} */
                    category: "digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract" | null;
                    requestedPence: number | null;
                    /** @description The amounts by year together, otherwise the amount in all; null where neither is known. */
                    expectedPence: number | null;
                    /** Format: date */
                    spendStartsOn: string | null;
                    /** @enum {string} */
                    protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
                };
            }[];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        LikenessesOfCase: {
            /** @description Cases of other organisations nobody has judged, the most alike first; none for departments. */
            suggestions: {
                /** @description How alike the two look, from 0 to 1. It decides nothing. */
                score: number;
                /** @description Why they look alike, in words. */
                reasons: string[];
                other: {
                    reference: string;
                    title: string;
                    /** @enum {string} */
                    state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                    organisation: {
                        /** Format: uuid */
                        id: string;
                        key: string;
                        name: string;
                    };
                    /** @enum {string|null} */
                    category: "digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract" | null;
                    requestedPence: number | null;
                    /** @description The amounts by year together, otherwise the amount in all; null where neither is known. */
                    expectedPence: number | null;
                    /** Format: date */
                    spendStartsOn: string | null;
                    /** @enum {string} */
                    protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
                };
            }[];
            /** @description Departments GDS Assurance has put that of the case in touch with, and whom to speak to there. */
            inTouch: {
                reference: string;
                title: string;
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                contact: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    email: string;
                };
                reason: string | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                at: string;
            }[];
        };
        LikenessPair: {
            one: {
                /** Format: uuid */
                caseId: string;
                reference: string;
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                details: components["schemas"]["CaseDetails"];
                /** @enum {string} */
                protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
            };
            other: {
                /** Format: uuid */
                caseId: string;
                reference: string;
                /** @enum {string} */
                state: "planned" | "draft" | "signed-off" | "assured-by-department" | "submitted" | "acknowledged" | "in-review" | "returned" | "recommended" | "approved" | "approved-with-conditions" | "not-approved" | "withdrawn" | "closed-below-threshold" | "advice-asked" | "advice-answered" | "advice-closed";
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                details: components["schemas"]["CaseDetails"];
                /** @enum {string} */
                protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
            };
            /** @description Null where the two are not suggested. */
            score: number | null;
            /** @description Why they look alike, in words. */
            reasons: string[];
            /** @description What somebody made of it, for good; null where nobody has said. */
            verdict: {
                /** @enum {string} */
                verdict: "put-in-touch" | "dismissed";
                reason: string | null;
                by: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /**
                 * Format: date-time
                 * @description UTC.
                 */
                at: string;
            } | null;
        };
        Disposal: {
            reference: string;
            organisation: {
                /** Format: uuid */
                id: string;
                key: string;
                name: string;
            };
            /** @enum {string} */
            status: "due" | "marked" | "held" | "disposed";
            /** @enum {string} */
            ending: "decided" | "assured-by-department" | "withdrawn" | "closed-below-threshold" | "imported" | "advice-closed";
            /**
             * Format: date
             * @description Day it came to its end, United Kingdom time.
             */
            endedOn: string;
            /**
             * Format: date
             * @description Day its period ends: from then on it can be marked.
             */
            dueOn: string;
            /**
             * Format: date-time
             * @description Nothing is carried out before this, UTC: until then a hold can be placed.
             */
            notBefore: string | null;
            /**
             * Format: date-time
             * @description UTC.
             */
            disposedAt: string | null;
        };
        DisposalPage: {
            items: components["schemas"]["Disposal"][];
            next: string | null;
        };
        DisposalReceipt: {
            reference: string;
            /** @description Whether a mark stands. */
            marked: boolean;
            held: boolean;
            /**
             * Format: date
             * @description Day its period ends: from then on it can be marked.
             */
            dueOn: string;
            /**
             * Format: date-time
             * @description Null unless it is marked.
             */
            notBefore: string | null;
        };
        HistoryRowOfDecisions: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /**
             * Format: uuid
             * @description Id of the decision.
             */
            decisionId: string | null;
            /** @description Which decision of its case it is, from 1. */
            number: number | null;
            /** @description approved, approved-with-conditions or not-approved. */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When it was decided.
             */
            decidedAt: string | null;
            /**
             * Format: uuid
             * @description Who decided; none where it was decided elsewhere and imported.
             */
            decidedById: string | null;
            /** @description Their name. */
            decidedBy: string | null;
            /** @description Who decided elsewhere, as the source of an imported decision has it. */
            decidedInSource: string | null;
            /** @description The role they decided in. */
            decidedRole: string | null;
            /** @description The regime version it was decided under. */
            regimeVersion: string | null;
            /** @description The submission version it was decided on. */
            version: number | null;
            /**
             * Format: int64
             * @description What was asked for.
             */
            requestedPence: number | null;
            /**
             * Format: int64
             * @description What was approved; none where it was not.
             */
            approvedPence: number | null;
            /**
             * Format: int64
             * @description How much less was approved than was asked for.
             */
            reducedByPence: number | null;
            /** @description Why. */
            reason: string | null;
            /** @description Mandatory points not met that were overridden, each with its reason. */
            overrides: unknown | null;
            /** @description How many conditions it has. */
            conditions: number | null;
            /** @description Whether a later decision took its place. */
            superseded: boolean | null;
            /** @description Number of the decision that took its place; none where it stands. */
            supersededByNumber: number | null;
            /** @description Number of the decision it took the place of. */
            supersedesNumber: number | null;
            /** @description What the reviewer had recommended. */
            recommendedOutcome: string | null;
            /** @description Who had recommended it. */
            recommendedBy: string | null;
            /** @description Why. */
            recommendationReason: string | null;
            /** @description Level of risk and importance the case is rated at. */
            rating: string | null;
            /** @description Route of the case. */
            route: string | null;
            /** @description Reviewer of the case. */
            reviewer: string | null;
            /**
             * Format: int64
             * @description What was spent so far by the latest report; none of a decision that was superseded.
             */
            spentPence: number | null;
            /** @description over, within, not-reported or replaced, against what was approved. */
            spendStanding: string | null;
            /**
             * Format: int64
             * @description How much more was spent than approved.
             */
            overspentPence: number | null;
            /**
             * Format: date-time
             * @description When what was spent was last reported.
             */
            spendReportedAt: string | null;
            /** @description Whether a report was asked for and none was given since. */
            spendReportOverdue: boolean | null;
            /** @description Whether the amounts reported are final. */
            spendFinal: boolean | null;
            /**
             * Format: date
             * @description The day the spending ended, where it has.
             */
            spendEndedOn: string | null;
        };
        HistoryRowOfOutcomesInPeriod: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /** @description declined, withdrawn or returned. */
            kind: string | null;
            /** @description Number of the event within its case. */
            sequence: number | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string | null;
            /**
             * Format: uuid
             * @description Who did it; none where the service itself did.
             */
            byId: string | null;
            /** @description Their name. */
            by: string | null;
            /** @description The role they did it in. */
            role: string | null;
            /** @description The submission version it is about; none before the first. */
            version: number | null;
            /** @description The reason given. */
            reason: string | null;
            /** @description What was asked when it was returned, point by point. */
            questions: unknown | null;
            /** @description Which decision declined it. */
            decisionNumber: number | null;
            /** @description Whether a later decision took its place. */
            superseded: boolean | null;
            /**
             * Format: int64
             * @description What the case asks for.
             */
            requestedPence: number | null;
            /**
             * Format: date-time
             * @description When it was first submitted; none where it never was.
             */
            submittedAt: string | null;
            /** @description Where the case stands now. */
            state: string | null;
        };
        HistoryRowOfTimes: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /** @description Where the case stands now. */
            state: string | null;
            /** @description Outcome of the decision that stands; none before a decision. */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When that decision was made.
             */
            decidedAt: string | null;
            /**
             * Format: int64
             * @description What it approved.
             */
            approvedPence: number | null;
            /**
             * Format: date-time
             * @description When it was started.
             */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description When it first left the department’s draft; none before.
             */
            submittedAt: string | null;
            /** @description The regime whose targets count. */
            regimeVersion: string | null;
            /**
             * Format: date-time
             * @description The instant all of it is of.
             */
            asAt: string | null;
            /** @description not-started, running, stopped, ended; none where the regime’s targets are not known. */
            clockState: string | null;
            /** @description Each time the clock stopped: when, why, and when it went on. */
            clockStops: unknown | null;
            /** @description Whole seconds it was stopped, all stops together. */
            stoppedSeconds: number | null;
            /** @description Ids of the targets broken, separated by commas. */
            targetsBreached: string | null;
            /** @description How each target stands: days used and stopped, due, met, broken. */
            targets: unknown | null;
            /** @description Whole seconds in the state “Planned”, up to `asAt`. */
            plannedSeconds: number | null;
            /** @description Whole seconds in the state “Draft”, up to `asAt`. */
            draftSeconds: number | null;
            /** @description Whole seconds in the state “Signed off by the department”, up to `asAt`. */
            signedOffSeconds: number | null;
            /** @description Whole seconds in the state “Assured by the department”, up to `asAt`. */
            assuredByDepartmentSeconds: number | null;
            /** @description Whole seconds in the state “Submitted”, up to `asAt`. */
            submittedSeconds: number | null;
            /** @description Whole seconds in the state “Acknowledged”, up to `asAt`. */
            acknowledgedSeconds: number | null;
            /** @description Whole seconds in the state “GDS Assurance review”, up to `asAt`. */
            inReviewSeconds: number | null;
            /** @description Whole seconds in the state “Returned for information”, up to `asAt`. */
            returnedSeconds: number | null;
            /** @description Whole seconds in the state “Recommended”, up to `asAt`. */
            recommendedSeconds: number | null;
            /** @description Whole seconds in the state “Approved”, up to `asAt`. */
            approvedSeconds: number | null;
            /** @description Whole seconds in the state “Approved with conditions”, up to `asAt`. */
            approvedWithConditionsSeconds: number | null;
            /** @description Whole seconds in the state “Not approved”, up to `asAt`. */
            notApprovedSeconds: number | null;
            /** @description Whole seconds in the state “Withdrawn”, up to `asAt`. */
            withdrawnSeconds: number | null;
            /** @description Whole seconds in the state “Closed below threshold”, up to `asAt`. */
            closedBelowThresholdSeconds: number | null;
        };
        HistoryRowOfConditions: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /**
             * Format: uuid
             * @description Id of the condition.
             */
            conditionId: string | null;
            /** @description Which decision of its case it belongs to. */
            decisionNumber: number | null;
            /** @description Which condition of its decision it is. */
            number: number | null;
            /** @description condition, which the decider imposed, or remediation or benefit, which the department promised. */
            conditionKind: string | null;
            /** @description What is asked. */
            text: string | null;
            /** @description The point of the Technology Code of Practice it is about. */
            point: number | null;
            /** @description Who has to meet it. */
            ownerName: string | null;
            /** @description Their address. */
            ownerEmail: string | null;
            /**
             * Format: date
             * @description By when.
             */
            dueOn: string | null;
            /** @description open, evidence-submitted, met, not-met, waived or carried-over. */
            status: string | null;
            /** @description Whether its decision stands. */
            inForce: boolean | null;
            /** @description Whether it is in force, unsettled and past its due date. */
            overdue: boolean | null;
            /**
             * Format: date
             * @description The day “overdue” is of: `overdueOn`, or today.
             */
            overdueAsOf: string | null;
            /** @description How many times evidence was given. */
            evidenceGiven: number | null;
            /**
             * Format: date-time
             * @description When it was settled.
             */
            settledAt: string | null;
            /**
             * Format: uuid
             * @description Who settled it.
             */
            settledById: string | null;
            /** @description Their name. */
            settledBy: string | null;
            /** @description The role they did it in. */
            settledRole: string | null;
            /** @description Why it was waived, or found not met. */
            settledReason: string | null;
            /**
             * Format: date-time
             * @description When its decision was made.
             */
            decidedAt: string | null;
            /** @description The outcome of its decision. */
            outcome: string | null;
        };
        HistoryRowOfRegisters: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /** @description The money was committed before approval. */
            retrospective: boolean | null;
            /** @description It is a breach of the control. */
            breach: boolean | null;
            /**
             * Format: int64
             * @description What is asked for.
             */
            requestedPence: number | null;
            /**
             * Format: date
             * @description When the spending starts.
             */
            spendStartsOn: string | null;
            /** @description Why it came to that. */
            rootCause: string | null;
            /** @description How judgement was applied. */
            howJudgementWasApplied: string | null;
            /** @description What will be done differently. */
            improvementPlan: string | null;
            /**
             * Format: date-time
             * @description When it was started.
             */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description When it first left the department’s draft; none before.
             */
            submittedAt: string | null;
            /** @description Where the case stands now. */
            state: string | null;
            /** @description Outcome of the decision that stands; none before a decision. */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When that decision was made.
             */
            decidedAt: string | null;
            /**
             * Format: int64
             * @description What it approved.
             */
            approvedPence: number | null;
        };
        HistoryRowOfPointsNotMet: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /**
             * Format: uuid
             * @description Id of the assessment.
             */
            assessmentId: string | null;
            /** @description Point of the Technology Code of Practice. */
            point: number | null;
            /** @description Its title. */
            pointTitle: string | null;
            /** @description What the reviewer found. */
            verdict: string | null;
            /** @description Why. */
            explanation: string | null;
            /**
             * Format: uuid
             * @description Who assessed it.
             */
            assessedById: string | null;
            /** @description Their name. */
            assessedBy: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            assessedAt: string | null;
            /** @description The submission version it was assessed on. */
            version: number | null;
            /** @description What the department had said on that version. */
            selfAssessment: string | null;
            /** @description Whether the point is mandatory for the case, as this service reads its regime. */
            mandatory: boolean | null;
            /** @description Where the case stands now. */
            state: string | null;
            /** @description Outcome of the decision that stands; none before a decision. */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When that decision was made.
             */
            decidedAt: string | null;
            /**
             * Format: int64
             * @description What it approved.
             */
            approvedPence: number | null;
            /** @description What made it good when it was approved: override, condition, accepted-exception. */
            coveredBy: unknown | null;
            /** @description Whether it is mandatory, not met, and the case approved. */
            mandatoryYetApproved: boolean | null;
        };
        HistoryRowOfLegacyExceptions: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /**
             * Format: uuid
             * @description Id of the exception.
             */
            exceptionId: string | null;
            /** @description The legacy system. */
            system: string | null;
            /** @description The points it limits. */
            points: unknown | null;
            /** @description How it limits them. */
            explanation: string | null;
            /** @description What will be done. */
            remediationPlan: string | null;
            /** @description Who answers for it. */
            owner: string | null;
            /** @description Whether the plan is funded; none where it is not said. */
            funded: boolean | null;
            /**
             * Format: date
             * @description By when.
             */
            targetDate: string | null;
            /** @description Overall score of the Legacy IT Risk Assessment Framework, two decimals; none while incomplete. */
            score: number | null;
            /** @description Whether the framework counts it as legacy. */
            isLegacy: boolean | null;
            /** @description Whether it is red-rated: 16 or more before rounding. */
            redRated: boolean | null;
            /** @description accepted or refused. */
            ruling: string | null;
            /** @description Why. */
            rulingReason: string | null;
            /**
             * Format: uuid
             * @description Who ruled.
             */
            ruledById: string | null;
            /** @description Their name. */
            ruledBy: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            ruledAt: string | null;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            savedAt: string | null;
            /** @description Where the case stands now. */
            state: string | null;
            /** @description Outcome of the decision that stands; none before a decision. */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When that decision was made.
             */
            decidedAt: string | null;
            /**
             * Format: int64
             * @description What it approved.
             */
            approvedPence: number | null;
            /** @description Red-rated, said to be unfunded, and the case approved. */
            redUnfundedYetApproved: boolean | null;
        };
        HistoryRowOfProcurement: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /** @description It says so, or its commercial approach is a direct award. */
            directAward: boolean | null;
            /** @description It says it extends a contract, or its commercial approach does. */
            extension: boolean | null;
            /** @description At its threshold or just below it. */
            nearThreshold: boolean | null;
            /** @description Another case may be part of the same purchase. */
            possibleSplit: boolean | null;
            /** @description References of those cases. */
            possibleSplitWith: unknown | null;
            /**
             * Format: int64
             * @description What is asked for.
             */
            requestedPence: number | null;
            /**
             * Format: int64
             * @description The amount the threshold is compared with.
             */
            measuredPence: number | null;
            /**
             * Format: int64
             * @description The threshold of its regime that applies.
             */
            thresholdPence: number | null;
            /** @description How far below it, in per cent, two decimals; none above it. */
            percentBelow: number | null;
            /** @description How the supplier is found. */
            commercialApproach: string | null;
            /** @description Suppliers now. */
            currentSuppliers: unknown | null;
            /** @description Suppliers proposed. */
            proposedSuppliers: unknown | null;
            /**
             * Format: date-time
             * @description When it was started.
             */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description When it first left the department’s draft; none before.
             */
            submittedAt: string | null;
            /** @description Where the case stands now. */
            state: string | null;
            /** @description Outcome of the decision that stands; none before a decision. */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When that decision was made.
             */
            decidedAt: string | null;
            /**
             * Format: int64
             * @description What it approved.
             */
            approvedPence: number | null;
        };
        HistoryRowOfTriageAndAutonomy: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /** @description rating-overridden, assured-by-department or called-in. */
            kind: string | null;
            /** @description Number of the event within its case. */
            sequence: number | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string | null;
            /**
             * Format: uuid
             * @description Who did it; none where the service itself did.
             */
            byId: string | null;
            /** @description Their name. */
            by: string | null;
            /** @description The role they did it in. */
            role: string | null;
            /** @description The submission version it is about; none before the first. */
            version: number | null;
            /** @description The reason given. */
            reason: string | null;
            /** @description Level the answers make; none where they make none. */
            computedRating: string | null;
            /** @description Level it was rated at. */
            rating: string | null;
            /** @description Route it took when the department assured it. */
            route: string | null;
            /** @description Levels the organisation assured itself on the day the case is pinned to. */
            autonomyLevels: unknown | null;
            /** @description Regime version of the case. */
            regimeVersion: string | null;
            /** @description Where the case stands now. */
            state: string | null;
        };
        HistoryRowOfEditsAfterSubmission: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /** @description Number of the event within its case. */
            sequence: number | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string | null;
            /**
             * Format: uuid
             * @description Who did it; none where the service itself did.
             */
            byId: string | null;
            /** @description Their name. */
            by: string | null;
            /** @description The role they did it in. */
            role: string | null;
            /** @description The submission version it is about; none before the first. */
            version: number | null;
            /** @description The reason given. */
            reason: string | null;
            /** @description What kind of change it was. */
            type: string | null;
            /** @description The part changed: details, a point, or a legacy exception. */
            part: string | null;
            /** @description Where the case stood. */
            stateThen: string | null;
            /** @description The version it was submitted with next; none where it was not. */
            enteredVersion: number | null;
        };
        HistoryRowOfSpendingControlExceptions: {
            /** @description The quarter of the calendar year. */
            quarter: string | null;
            /** @description The department: the organisation, or the one at the top above it. */
            department: string | null;
            /** @description The organisation that spends. */
            organisation: string | null;
            /** @description The control it is an exception to; always this service’s own. */
            control: string | null;
            /** @description Reference of the case; “Nil return” where there is nothing to report. */
            reference: string | null;
            /** @description Title of the case; withheld where it is marked OFFICIAL-SENSITIVE. */
            title: string | null;
            /** @description What is bought. */
            category: string | null;
            /** @description Pounds asked for. */
            amountRequested: number | null;
            /** @description Pounds approved. */
            amountApproved: number | null;
            /** @description approved or approved-with-conditions. */
            outcome: string | null;
            /**
             * Format: date
             * @description Day of the decision, London.
             */
            approvedOn: string | null;
            /** @description How many conditions it has. */
            conditions: number | null;
            /** @description True for demonstration data: not for publication. */
            synthetic: boolean | null;
        };
        HistoryRowOfComponents: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /** @description The common component, by its id in the catalogue. */
            component: string | null;
            /** @description What it was called when it was answered for. */
            componentName: string | null;
            /** @description used, planned or not-used. */
            use: string | null;
            /** @description Why it is not used, in the department’s words. */
            useReason: string | null;
            /**
             * Format: int64
             * @description What is asked for, in all.
             */
            requestedPence: number | null;
            /**
             * Format: date-time
             * @description When it was started.
             */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description When it first left the department’s draft; none before.
             */
            submittedAt: string | null;
            /** @description Where the case stands now. */
            state: string | null;
            /** @description Outcome of the decision that stands; none before a decision. */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When that decision was made.
             */
            decidedAt: string | null;
            /**
             * Format: int64
             * @description What it approved.
             */
            approvedPence: number | null;
        };
        HistoryRowOfEvents: {
            /** @description Reference of the case. */
            reference: string | null;
            /** @description Title of the case. */
            title: string | null;
            /**
             * Format: uuid
             * @description Organisation of the case, by id.
             */
            organisationId: string | null;
            /** @description Name of the organisation. */
            organisation: string | null;
            /** @description OFFICIAL or OFFICIAL-SENSITIVE. */
            protectiveMarking: string | null;
            /** @description True for demonstration data. */
            synthetic: boolean | null;
            /** @description Number of the event within its case. */
            sequence: number | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string | null;
            /**
             * Format: uuid
             * @description Who did it; none where the service itself did.
             */
            byId: string | null;
            /** @description Their name. */
            by: string | null;
            /** @description The role they did it in. */
            role: string | null;
            /** @description The submission version it is about; none before the first. */
            version: number | null;
            /** @description The reason given. */
            reason: string | null;
            /** @description What happened. */
            type: string | null;
            /** @description shared, or internal to GDS Assurance. */
            audience: string | null;
            /**
             * Format: uuid
             * @description Organisation they held the role in.
             */
            actorOrganisationId: string | null;
            /** @description Where the case stood before; none on its first event. */
            fromState: string | null;
            /** @description Where it stood after. */
            toState: string | null;
            /** @description What the event carries. */
            payload: unknown | null;
        };
        ComponentTakeUp: {
            components: {
                component: string;
                name: string;
                asked: {
                    cases: number;
                    /** @description What those cases ask for in all, pence; no saving. */
                    requestedPence: number;
                };
                used: {
                    cases: number;
                    /** @description What those cases ask for in all, pence; no saving. */
                    requestedPence: number;
                };
                planned: {
                    cases: number;
                    /** @description What those cases ask for in all, pence; no saving. */
                    requestedPence: number;
                };
                notUsed: {
                    cases: number;
                    /** @description What those cases ask for in all, pence; no saving. */
                    requestedPence: number;
                };
            }[];
            /** @description Requests that answered for any. */
            asked: {
                cases: number;
                /** @description What those cases ask for in all, pence; no saving. */
                requestedPence: number;
            };
            /** @description Those that use, or will use, at least one. */
            reuse: {
                cases: number;
                /** @description What those cases ask for in all, pence; no saving. */
                requestedPence: number;
            };
            /** @description Those that use none of what they answered for. */
            none: {
                cases: number;
                /** @description What those cases ask for in all, pence; no saving. */
                requestedPence: number;
            };
            /** @description Pairs of cases that looked alike and were put in touch, of the organisation and the period; null for departments, and where another filter is set. */
            inTouch: {
                pairs: number;
                /**
                 * Format: int64
                 * @description The smaller amounts of all pairs together.
                 */
                lesserPence: number;
                latest: {
                    one: {
                        reference: string;
                        title: string;
                        organisation: string;
                    };
                    other: {
                        reference: string;
                        title: string;
                        organisation: string;
                    };
                    /**
                     * Format: date-time
                     * @description UTC.
                     */
                    at: string;
                    /**
                     * Format: int64
                     * @description The smaller of what the two ask for; null where one does not say.
                     */
                    lesserPence: number | null;
                }[];
            } | null;
        };
        /** @description Under which sight the answer was given. */
        HistorySight: {
            /** @enum {string} */
            cases: "every" | "own-organisations" | "none";
            /** @description Organisations you speak for. */
            ownOrganisationIds: string[];
            /** @enum {string} */
            internal: "shown" | "withheld-for-own-organisations" | "withheld";
            /** @description Null, or shown only once released, where that is withheld. */
            withheldColumns: string[];
        };
        HistoryAnswerPage: {
            /** @enum {string} */
            question: "decisions" | "outcomes-in-period" | "times" | "conditions" | "registers" | "points-not-met" | "legacy-exceptions" | "procurement" | "triage-and-autonomy" | "edits-after-submission" | "spending-control-exceptions" | "components" | "events";
            /**
             * Format: date-time
             * @description UTC.
             */
            at: string;
            sight: components["schemas"]["HistorySight"];
            items: (components["schemas"]["HistoryRowOfDecisions"] | components["schemas"]["HistoryRowOfOutcomesInPeriod"] | components["schemas"]["HistoryRowOfTimes"] | components["schemas"]["HistoryRowOfConditions"] | components["schemas"]["HistoryRowOfRegisters"] | components["schemas"]["HistoryRowOfPointsNotMet"] | components["schemas"]["HistoryRowOfLegacyExceptions"] | components["schemas"]["HistoryRowOfProcurement"] | components["schemas"]["HistoryRowOfTriageAndAutonomy"] | components["schemas"]["HistoryRowOfEditsAfterSubmission"] | components["schemas"]["HistoryRowOfSpendingControlExceptions"] | components["schemas"]["HistoryRowOfComponents"] | components["schemas"]["HistoryRowOfEvents"])[];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        HistoryCatalogue: {
            questions: components["schemas"]["HistoryQuestion"][];
            /** @description Questions that are answered at an address of their own. */
            elsewhere: {
                answers: number[];
                question: string;
                address: string;
            }[];
            filters: {
                name: string;
                kind: string;
                description: string;
                example: string;
                words: string[] | null;
            }[];
        };
        HistoryQuestion: {
            /** @enum {string} */
            name: "decisions" | "outcomes-in-period" | "times" | "conditions" | "registers" | "points-not-met" | "legacy-exceptions" | "procurement" | "triage-and-autonomy" | "edits-after-submission" | "spending-control-exceptions" | "components" | "events";
            /** @description Which of the fifteen it answers. */
            answers: number[];
            question: string;
            rows: string;
            periodIsOf: string;
            order: string;
            columns: {
                name: string;
                type: string;
                description: string;
                /**
                 * @description Whether it is kept from departments.
                 * @enum {string|null}
                 */
                withheld: "always" | "until-released" | null;
            }[];
            filters: string[];
            required: string[];
            kinds: string[];
            address: string;
            example: string;
            export: string;
        };
        ExportReceipt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            question: string;
            criteria: {
                [key: string]: string;
            };
            /** @enum {string} */
            format: "csv" | "spreadsheet" | "jsonl";
            /**
             * Format: date-time
             * @description UTC.
             */
            at: string;
            rows: number;
            /** @description Of the bytes; of JSON Lines, of all but the last line. */
            sha256: string;
            checkpointSize: number | null;
            root: string | null;
            note: string | null;
        };
        StreamedEvent: {
            /** @description Place in the decision log; it never changes. */
            place: number;
            case: {
                reference: string;
                organisation: {
                    /** Format: uuid */
                    id: string;
                    key: string;
                    name: string;
                };
                /** @enum {string} */
                protectiveMarking: "OFFICIAL" | "OFFICIAL-SENSITIVE";
                /**
                 * Format: date-time
                 * @description When the text of the case was disposed of.
                 */
                disposedAt: string | null;
            };
            event: components["schemas"]["Event"];
        };
        EventStream: {
            items: components["schemas"]["StreamedEvent"][];
            /** @description Cursor to go on with, also where there is nothing more yet: keep it with your copy. */
            next: number;
            /** @description Whether there is more already. It may be true of an answer without items: what one may not see is passed over. */
            more: boolean;
        };
    };
    responses: {
        /** @description The request cannot be read */
        Problem400: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description You are not signed in */
        Problem401: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Sign in again to do this */
        Problem403: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found */
        Problem404: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This cannot be done at this address */
        Problem405: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The answer cannot be given in the form asked for */
        Problem406: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request took too long to arrive */
        Problem408: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This does not fit how things stand */
        Problem409: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It has changed since you read it */
        Problem412: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large */
        Problem413: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address is too long */
        Problem414: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not of a type taken here */
        Problem415: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Some answers need attention */
        Problem422: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Say which version you are changing */
        Problem428: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        Problem429: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The headers are too large */
        Problem431: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong in this service */
        Problem500: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service cannot answer just now */
        Problem503: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Your own name for the request; a random one is made up otherwise. */
        CorrelationId: string;
        /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names the request in the log of the service. */
        CorrelationId: string;
        /** @description “true” when this is the answer given before under the same Idempotency-Key. */
        IdempotencyReplayed: "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Health.live": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process runs. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Work can be sent here. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            500: components["responses"]["Problem500"];
            /** @description Something the service cannot work without is missing. */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    "OpenApi.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This description, OpenAPI 3.1. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Sessions.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sessions that are live. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSessionsPage"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Sessions.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSession"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description The email address or the password is not right. */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service does not take passwords. */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Sessions.current": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentSession"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Sessions.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Sessions.endOthers": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401"];
            /** @description The token was given too long ago: sign in again. */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Sessions.endOne": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description The token was given too long ago: sign in again. */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Organisations.list": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description Where to go on: “next” of the page before. Without it, the first page. */
                after?: string;
                /** @description Part of a name or an acronym, in whatever letters. */
                text?: string;
                /** @description They belong to this organisation. */
                parentId?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, by name. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Organisations.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationRequest"];
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Organisations.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisation. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Organisations.change": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationChangeRequest"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Organisations.changes": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every change. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationChangesResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.list": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description Where to go on: “next” of the page before. Without it, the first page. */
                after?: string;
                /** @description They hold a role in this organisation now; with “role”, that role there. */
                organisationId?: string;
                /** @description They hold this role now. */
                role?: "submitter" | "assurance-lead" | "reviewer" | "decider" | "auditor" | "administrator";
                /** @description True for those who were not deactivated, false for those who were. */
                active?: boolean;
            };
            header: {
                "looked-for": string;
                /** @description Part of a name or an email address, in whatever letters, of at most 200. In UTF-8 and percent-encoded, as no name or email address belongs into an address. */
                "Looked-For"?: string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, by name. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonRequest"];
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetailResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.invite": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description Invited; the email is queued. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.giveRole": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGivenRequest"];
            };
        };
        responses: {
            /** @description Given. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.endRole": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
                /** @description Id, a UUID. */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.liftLock": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not locked, or not any more. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.endEverybodysSessions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.endSessions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.endExternalIdentity": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.deactivate": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shut out. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeactivationResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "EmailPreference.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your preference. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailPreferenceResource"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "EmailPreference.choose": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailPreferenceRequest"];
            };
        };
        responses: {
            /** @description Your preference from now on. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailPreferenceResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "OwnTokens.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your tokens. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnMachineTokensResource"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "OwnTokens.make": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MachineTokenRequest"];
            };
        };
        responses: {
            /** @description Made; you are told by email too. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewMachineTokenResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "OwnTokens.revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "MachineAccess.listTokens": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description Where to go on: “next” of the page before. Without it, the first page. */
                after?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, the latest first. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineTokenPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "MachineAccess.revokeToken": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "MachineAccess.listClients": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every client, the latest first. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineClientsResource"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "MachineAccess.registerClient": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MachineClientRequest"];
            };
        };
        responses: {
            /** @description Registered. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineClientResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "MachineAccess.revokeClient": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Welcome.welcome": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Welcome"];
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReading.list": {
        parameters: {
            query?: {
                /** @description Only cases of this organisation. */
                organisation?: string;
                /** @description Only cases in these states, separated by commas. */
                state?: string;
                /** @description Only cases in the hands of this reviewer: “me”, “nobody”, or the id of a person. */
                reviewer?: string;
                /** @description Only cases of these levels of risk and importance, separated by commas, as regimes write them. */
                rating?: string;
                /** @description Only cases that take these routes, separated by commas, as regimes write them. */
                route?: string;
                /** @description Least money asked for, in pence, included. */
                minPence?: number;
                /** @description Most money asked for, in pence, included. */
                maxPence?: number;
                /** @description Only cases that answer all of these with yes, separated by commas. */
                flag?: string;
                /** @description Only cases of these categories, separated by commas. */
                category?: string;
                /** @description True: only cases that missed a target; false: only those that missed none. */
                overdue?: boolean;
                /** @description Only cases first submitted on this day, London, or later. */
                submittedFrom?: string;
                /** @description Only cases first submitted on this day, London, or earlier. */
                submittedTo?: string;
                /** @description Only cases with this in their title, in capital or small letters. */
                text?: string;
                /** @description “created”, the newest first, unless given; “oldest”, the oldest first; “due”, the earliest due first and those without a due time last. Due times change: a case that moves while you page may be given twice or passed by. To miss none, page by age. */
                sort?: "created" | "oldest" | "due";
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the cases you may see, newest first or by due time */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Drafting.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseRequest"];
            };
        };
        responses: {
            /** @description Starts a case */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReading.count": {
        parameters: {
            query?: {
                /** @description Only cases of this organisation. */
                organisation?: string;
                /** @description Only cases in these states, separated by commas. */
                state?: string;
                /** @description Only cases in the hands of this reviewer: “me”, “nobody”, or the id of a person. */
                reviewer?: string;
                /** @description Only cases of these levels of risk and importance, separated by commas, as regimes write them. */
                rating?: string;
                /** @description Only cases that take these routes, separated by commas, as regimes write them. */
                route?: string;
                /** @description Least money asked for, in pence, included. */
                minPence?: number;
                /** @description Most money asked for, in pence, included. */
                maxPence?: number;
                /** @description Only cases that answer all of these with yes, separated by commas. */
                flag?: string;
                /** @description Only cases of these categories, separated by commas. */
                category?: string;
                /** @description True: only cases that missed a target; false: only those that missed none. */
                overdue?: boolean;
                /** @description Only cases first submitted on this day, London, or later. */
                submittedFrom?: string;
                /** @description Only cases first submitted on this day, London, or earlier. */
                submittedTo?: string;
                /** @description Only cases with this in their title, in capital or small letters. */
                text?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts the cases you may see, no further than is of use */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseCount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReading.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag you have; 304 is answered when it is still the one. */
                "If-None-Match"?: string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads a case */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReading.point": {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag you have; 304 is answered when it is still the one. */
                "If-None-Match"?: string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Number of a point of the Technology Code of Practice. */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads what the department says about a point */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointOfCase"];
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Drafting.savePoint": {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of what you looked at; "0" where nothing has been saved yet. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Number of a point of the Technology Code of Practice. */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceRequest"];
            };
        };
        responses: {
            /** @description Saves what the department says about a point */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReading.legacyException": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads a legacy exception with its risk score */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoredLegacyException"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Drafting.changeException": {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExceptionRequest"];
            };
        };
        responses: {
            /** @description Replaces what a legacy exception says */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Drafting.removeException": {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removes a legacy exception from the request */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReading.completeness": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Says what is still missing before the case can be signed off */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Completeness"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReading.actions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Says what you can do with the case now, and why not where you cannot */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReviewReading.assessments": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists what reviewers think of the points */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessments"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReviewReading.rulings": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the rulings on legacy exceptions */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rulings"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReviewReading.returns": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the returns for information */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Returns"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReviewReading.recommendations": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the recommendations */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendations"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReviewReading.decisions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the decisions on a case, first to last */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decisions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReviewReading.conditions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists every condition a decision on the case imposed */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conditions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReviewReading.comments": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the comments you may see */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comments"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Comments.add": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentRequest"];
            };
        };
        responses: {
            /** @description Adds a comment, or an answer to one */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseReviewReading.comment": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives one comment */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Comments.edit": {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentEditRequest"];
            };
        };
        responses: {
            /** @description Changes what your own comment says */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseHistory.versions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the submission versions */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseHistory.version": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Number of a submission version. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads what was submitted as a version */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseHistory.difference": {
        parameters: {
            query?: {
                /** @description The earlier version; the one before unless given. */
                from?: number;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Number of a submission version. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Says what changed between two versions, point by point */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDifference"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseHistory.events": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description Sequence after which to start. */
                after?: number;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists what happened to the case, in order */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "CaseHistory.emails": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the emails the case gave rise to, latest first */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Emails"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.wholeCase": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads a case as it stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAsItStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.relations": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the cases marked as related at an instant; none for departments */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.attachments": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the files that had been attached at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.versions": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the submission versions as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.assessments": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists what reviewers thought of the points as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.rulings": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the rulings on legacy exceptions as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulingsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.returns": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the returns for information as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.recommendations": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the recommendations as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecommendationsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.decisions": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the decisions on a case as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.conditions": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists every condition a decision on the case had imposed as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.spendReports": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the reports of what was spent as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendReportsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.comments": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the comments you may see as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.ratingReviews": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the confirmations and overrides of the rating as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingReviewsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AsItStood.externalDecisions": {
        parameters: {
            query: {
                /** @description UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts. */
                at: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the decisions of ministers and HM Treasury as they stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalDecisionsAsTheyStood"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Attachments.attachToPoint": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Name of the file with its ending, in UTF-8, percent-encoded as in addresses. */
                "File-Name": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Number of a point of the Technology Code of Practice. */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            };
            cookie?: never;
        };
        /** @description The bytes of the file. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Attaches a file to the evidence of a point */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Attachments.attachToException": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Name of the file with its ending, in UTF-8, percent-encoded as in addresses. */
                "File-Name": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The bytes of the file. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Attaches a file to a legacy exception */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Attachments.attachToCondition": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Name of the file with its ending, in UTF-8, percent-encoded as in addresses. */
                "File-Name": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The bytes of the file. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Attaches a file to the evidence that a condition is met, before that is given */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Attachments.attachToMessage": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Name of the file with its ending, in UTF-8, percent-encoded as in addresses. */
                "File-Name": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        /** @description The bytes of the file. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Attaches a file to your own message of a request for advice */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Attachments.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the files attached to a case, those that were removed as well */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachments"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Attachments.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads what is known of an attached file */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Attachments.remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removes a file from what the case says now; versions that have it keep it */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Attachments.download": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, under its own media type. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
                    "application/vnd.oasis.opendocument.text": string;
                    "application/vnd.oasis.opendocument.spreadsheet": string;
                    "application/vnd.oasis.opendocument.presentation": string;
                    "image/png": string;
                    "image/jpeg": string;
                    "text/csv": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            /** @description The file is withheld; the detail says why. */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Drafting.changeDetails": {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DetailsRequest"];
            };
        };
        responses: {
            /** @description Changes some of the details */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailsReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Drafting.addException": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExceptionRequest"];
            };
        };
        responses: {
            /** @description Adds a legacy exception */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Submission.beginRequest": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begins the request that spend was planned for: it is a draft then */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Submission.signOff": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signs the draft off for the department */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Submission.takeBackSignOff": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Takes the sign-off back, so that the draft can be changed */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Submission.submit": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Submits the case to GDS Assurance */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Submission.recordDepartmentalAssurance": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Records that the department has assured the request itself; the reason says what it found */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Submission.withdraw": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Withdraws the request for good */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Submission.resubmit": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Answers a return; the reason says how */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResubmissionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Submission.closeDraft": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Records and closes a draft whose spending needs no approval */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Review.acknowledge": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeRequest"];
            };
        };
        responses: {
            /** @description Acknowledges a submission and names the reviewer */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Review.startReview": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Starts the review */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Review.assess": {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of what you looked at; "0" where nothing has been saved yet. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Number of a point of the Technology Code of Practice. */
                point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentRequest"];
            };
        };
        responses: {
            /** @description Records what the reviewer thinks of a point */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Review.rule": {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of what you looked at; "0" where nothing has been saved yet. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulingRequest"];
            };
        };
        responses: {
            /** @description Accepts or refuses a legacy exception */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulingReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Review.giveBack": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description Returns the case for information */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Review.recommend": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendationRequest"];
            };
        };
        responses: {
            /** @description Recommends a decision */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Review.closeSubmission": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Closes a submission whose spending needs no approval */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "TriageReading.triage": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Says where the case stands against its thresholds, how it is rated and which route it takes */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Triage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "TriageReading.clockOf": {
        parameters: {
            query?: {
                /** @description UTC, like 2026-11-24T10:00:00Z; now unless given. */
                at?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shows the clock of the case, now or as it stood at an instant */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseClock"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "TriageReading.ratingReviews": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the confirmations and overrides of the rating */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingReviews"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "TriageReading.externalDecisions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the decisions of ministers and HM Treasury as recorded */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalDecisions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Triage.recordExternalDecision": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalDecisionRequest"];
            };
        };
        responses: {
            /** @description Records a decision of a minister or of HM Treasury, or corrects such a record */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Triage.reviewRating": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingReviewRequest"];
            };
        };
        responses: {
            /** @description Confirms or overrides the rating */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Triage.setDepth": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDepthRequest"];
            };
        };
        responses: {
            /** @description Says how closely the case is looked at */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepthReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Triage.callIn": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Takes a case that the department assured itself to GDS Assurance */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Triage.extendClock": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionRequest"];
            };
        };
        responses: {
            /** @description Gives a target more time */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Relations.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the cases marked as related, from either side; none for departments */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relations"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Relations.relate": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationRequest"];
            };
        };
        responses: {
            /** @description Marks another case as related */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Relations.suggestions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suggests cases that may be related, with the reason; none for departments */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationSuggestions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Relations.unrelate": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Unmarks a related case */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Assignment.assign": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentRequest"];
            };
        };
        responses: {
            /** @description Gives a case nobody has to a reviewer */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Assignment.handOver": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverRequest"];
            };
        };
        responses: {
            /** @description Gives a case from its reviewer to another */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Assignment.unassign": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Gives a case back, so that it waits in the queue again */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Assignment.next": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case you have now, or why there is none. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentReceipt"] | components["schemas"]["NoNextCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Assignment.reviewers": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the reviewers with what they have in hand, least busy first */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reviewers"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "EarnedAutonomy.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists what was recorded of an organisation’s earned autonomy, latest first */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarnedAutonomies"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "EarnedAutonomy.record": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EarnedAutonomyRequest"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarnedAutonomyReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ThresholdCheck.check": {
        parameters: {
            query?: {
                /** @description Version of the regime; the one new requests come under unless given. */
                regime?: string;
                category?: "digital-service" | "platform-or-common-component" | "commodity-technology-or-licences" | "specialist-technology" | "resourcing-contract";
                /** @description The amount asked for, in pence. */
                requestedPence?: number;
                /** @description The cost from first to last, in pence. */
                wholeLifePence?: number;
                /** @description Flags to be answered yes, separated by commas; the others are answered no. */
                flag?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Compares an amount with the thresholds of a regime */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdCheckAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Decisions.referBack": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonOnVersionRequest"];
            };
        };
        responses: {
            /** @description Refers a recommended case back to the review */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Decisions.approve": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalRequest"];
            };
        };
        responses: {
            /** @description Approves */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Decisions.approveWithConditions": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionalApprovalRequest"];
            };
        };
        responses: {
            /** @description Approves with conditions */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Decisions.notApprove": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonOnVersionRequest"];
            };
        };
        responses: {
            /** @description Does not approve */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Decisions.supersede": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupersedeRequest"];
            };
        };
        responses: {
            /** @description Puts a new decision in the place of the one that stands */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Conditions.submitEvidence": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionEvidenceRequest"];
            };
        };
        responses: {
            /** @description Gives evidence that a condition is met */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Conditions.confirmMet": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirms that a condition is met */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Conditions.sendBack": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Sends the evidence for a condition back */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Conditions.concludeNotMet": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Concludes that what was promised was not met */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Conditions.waive": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Waives a condition */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Conditions.extend": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionExtensionRequest"];
            };
        };
        responses: {
            /** @description Gives a condition more time */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionExtensionReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AfterDecision.following": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives the approval a case starts from, held against it, and the cases that start from it */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Following"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AfterDecision.startVariation": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VariationRequestBody"];
            };
        };
        responses: {
            /** @description Starts a variation or an extension of an approved case */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariationReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AfterDecision.spend": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives what was spent of an approval, held against what was approved */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spend"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AfterDecision.recordSpend": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpendReportRequest"];
            };
        };
        responses: {
            /** @description Records what was spent so far */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AfterDecision.ending": {
        parameters: {
            query?: {
                /** @description Only of this organisation. */
                organisation?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the approvals you may see that are about to run out, or have */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndingApprovals"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Comments.resolve": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Marks a comment as resolved */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Comments.reopen": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Marks a comment as open again */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DecisionList.list": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
                /** @description Only decisions on cases of this organisation. */
                organisation?: string;
                /** @description First day, United Kingdom time. */
                from?: string;
                /** @description Last day, included, United Kingdom time. */
                to?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the decisions you may see, latest first */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ReferenceData.codeOfPractice": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads the 13 points of the Technology Code of Practice */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOfPractice"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ReferenceData.legacyRiskFramework": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads the criteria of the Legacy IT Risk Assessment Framework */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegacyRiskFramework"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ReferenceData.regimes": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads the versions of the spend control this service knows */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Regimes"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ReferenceData.workingDays": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads the bank holidays that clocks go by */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingDays"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ReferenceData.commonComponents": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads the common components of government that requests are asked about */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommonComponents"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ReferenceData.lifecycle": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads who may do what to a case in which state */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifecycle"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ReferenceDataVersions.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the kinds of reference data that come in versions, with their versions */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceDataKinds"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ReferenceDataVersions.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Kind of reference data. */
                kind: "regimes" | "working-days" | "common-components";
                /** @description Of a regime its version, of bank holidays their id. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads one version of some reference data */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceDataDocument"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ReferenceDataVersions.add": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Kind of reference data. */
                kind: "regimes" | "working-days" | "common-components";
            };
            cookie?: never;
        };
        /** @description A regime, a calendar of bank holidays, or a catalogue of common components. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Adds a version; the document is the body. A regime is adopted apart */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceDataReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "SavedSearches.list": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists your searches and those of your teams, by name, with counts */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "SavedSearches.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description Saves a search, for yourself or for a team */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "SavedSearches.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads a search, with its count */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "SavedSearches.change": {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description Replaces what a search of yours says; its followers start over when its criteria change */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "SavedSearches.remove": {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "SavedSearches.run": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
                /** @description “created”, the newest first, unless given; “oldest”, the oldest first; “due”, the earliest due first and those without a due time last. Due times change: a case that moves while you page may be given twice or passed by. To miss none, page by age. */
                sort?: "created" | "oldest" | "due";
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the cases you may see that match */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "SavedSearches.follow": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You follow it. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "SavedSearches.unfollow": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You do not follow it. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Events.after": {
        parameters: {
            query?: {
                /** @description Cursor: “next” of the answer before; 0 to begin at the beginning. */
                after?: number;
                /** @description Most to give on one page. */
                limit?: number;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists what happened to all cases in the order of the log, to go on from a cursor */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventStream"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "OrganisationFeed.feed": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before. */
                before?: number;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An Atom feed (RFC 4287), in pages (RFC 5005). */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every webhook, by name. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhooksResource"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.add": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecretResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.change": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChangeRequest"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.rotate": {
        parameters: {
            query?: {
                /** @description Also while the secret before the current one still signs: it then ends at once. */
                endFormer?: boolean;
            };
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecretResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.disable": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disabled. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.enable": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Enabled. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.end": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.deliveries": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before. */
                before?: number;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, the latest event first. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.replayOne": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
                /** @description Id, a UUID. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queued. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.replay": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queued. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DecisionLog.log": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Says what the log is called, how large it is and which keys sign it */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionLog"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DecisionLog.checkpoint": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A signed note: origin, size, root, signatures. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DecisionLog.checkpoints": {
        parameters: {
            query?: {
                /** @description Only checkpoints of more events than this: “next” of the page before. */
                after?: number;
                /** @description Most to give on one page. */
                limit?: number;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists signed checkpoints, smallest first */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoints"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DecisionLog.consistency": {
        parameters: {
            query: {
                /** @description Size in the checkpoint you have. */
                from: number;
                /** @description Size in the later checkpoint; that of the latest when left out. */
                to?: number;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Proves that the log of one size begins with the log of another */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsistencyProof"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "EventProof.proof": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Sequence of an event of the case. */
                sequence: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives an event in the form it is hashed in, and the proof that the log holds it */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventProof"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "LogExport.export": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line about the log, one for each event in the order of the log, and the checkpoints. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DecisionImports.import": {
        parameters: {
            query?: {
                /** @description Say what would happen, and write nothing. False unless given. */
                dryRun?: boolean;
                /** @description System the decisions come from, in small letters, figures and hyphens; get-approval-to-spend unless given. */
                source?: string;
            };
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description Comma-separated values, UTF-8, with a header. */
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description What was found and done. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Likenesses.list": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists pairs of cases of different organisations that look alike, the most alike first, with the reasons */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikenessPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "LikenessOfCase.ofCase": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives what looks like a case, none of it for departments, and whom its department was put in touch with */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikenessesOfCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "LikenessOfCase.pair": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                otherReference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives two cases beside one another, with why they look alike */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikenessPair"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "LikenessOfCase.putInTouch": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                otherReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Puts the departments of two cases in touch, and tells both */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "LikenessOfCase.dismiss": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                otherReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Dismisses a likeness for good */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Pipeline.list": {
        parameters: {
            query?: {
                /** @description Only of this organisation and those that belong to it. */
                organisation?: string;
                /** @description Only what starts in this quarter of a financial year; or “earlier” than this quarter, “later” than the horizon, or “no-date”. */
                period?: string;
                /** @description “engage-now”: what needs its request begun now; “extensions”: extensions of contracts. */
                show?: "all" | "engage-now" | "extensions";
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the planned spend you may see, in the order it is to start */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelinePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Pipeline.figures": {
        parameters: {
            query?: {
                /** @description Only of this organisation and those that belong to it. */
                organisation?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sums the planned spend you may see by quarter and year, with contracts that end */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineFigures"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Pipeline.export": {
        parameters: {
            query?: {
                /** @description Only of this organisation and those that belong to it. */
                organisation?: string;
                /** @description Only what starts in this quarter of a financial year; or “earlier” than this quarter, “later” than the horizon, or “no-date”. */
                period?: string;
                /** @description “engage-now”: what needs its request begun now; “extensions”: extensions of contracts. */
                show?: "all" | "engage-now" | "extensions";
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Pipeline.import": {
        parameters: {
            query?: {
                /** @description Say what would happen, and write nothing. False unless given. */
                dryRun?: boolean;
            };
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description Comma-separated values, UTF-8, with a header. */
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description What was found and done. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineImportReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.list": {
        parameters: {
            query?: {
                /** @description “open” unless given; “waiting” are those GDS Assurance has to answer. Open ones come oldest first. */
                show?: "open" | "waiting" | "closed" | "all";
                /** @description “me”: those in your hand; “nobody”: those in nobody’s. */
                adviser?: "me" | "nobody";
                /** @description Only on this subject. */
                subject?: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
                /** @description Only those whose first answer is late. */
                overdue?: boolean;
                /** @description Only of this organisation. */
                organisation?: string;
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the requests for advice you may see */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvicePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.ask": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceRequest"];
            };
        };
        responses: {
            /** @description Asks GDS Assurance for advice */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description There is no such case to ask about, or not for you to see. */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads a request for advice with its thread */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.followUp": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceMessageRequest"];
            };
        };
        responses: {
            /** @description Writes again about your question */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.reopen": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceMessageRequest"];
            };
        };
        responses: {
            /** @description Opens your question again, saying what is left to ask */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.answer": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceMessageRequest"];
            };
        };
        responses: {
            /** @description Answers a question */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.refer": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralRequest"];
            };
        };
        responses: {
            /** @description Sends a question to the Crown Commercial Service by email */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.close": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceClosureRequest"];
            };
        };
        responses: {
            /** @description Closes a question, saying how it ended */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.tie": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceAboutRequest"];
            };
        };
        responses: {
            /** @description Says which case a question is about, beside which what was advised then stands */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceTie"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.mark": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceMarkingRequest"];
            };
        };
        responses: {
            /** @description Marks a question more strictly than it is */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceMarked"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.publish": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuidanceRequest"];
            };
        };
        responses: {
            /** @description Publishes an answer to every department as guidance */
            201: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidanceReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Advice.withdraw": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description ETag of the version this is a change to, as it was read. */
                "If-Match": string;
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Takes published guidance back */
            200: {
                headers: {
                    /** @description Revision of what was answered. */
                    ETag?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidanceReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Guidance.guidance": {
        parameters: {
            query?: {
                /** @description Only on this subject. */
                subject?: "implementing-the-code" | "breaking-up-large-systems" | "maturity-of-the-market" | "common-platforms" | "buying-through-frameworks";
                /** @description Only beside this point. */
                point?: number;
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists the guidance that was made of answers, newest first */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidancePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Guidance.ofCase": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives what was advised on a case, in the order it was asked */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceOfCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Disposal.mark": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Marks a case for disposal once its period has passed */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisposalReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Disposal.hold": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Holds a case that has ended back from disposal, whether it is marked or not */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisposalReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Disposal.release": {
        parameters: {
            query?: never;
            header: {
                /** @description Your own name for this request, a new one for each. Sent again with the same request it gives the same answer and does nothing twice; with another request it is refused (422). Failures are not kept. PUT, PATCH and DELETE ignore it: If-Match already keeps them from being done twice. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /**
                 * @description Reference of the case. Small letters and missing hyphens are forgiven.
                 * @example DT-XXXX-XXXX
                 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Lifts a hold; where the case is marked, the waiting time begins anew */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisposalReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DisposalList.list": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
                /** @description Only those; all of these unless given. */
                status?: "due" | "marked" | "held" | "disposed";
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists ended cases that are due for disposal, marked, held or disposed of */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisposalPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "AccessRecords.list": {
        parameters: {
            query?: {
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
                /** @description Who saw this case. */
                reference?: string;
                /** @description What this person looked at. */
                personId?: string;
                /** @description First day, United Kingdom time. */
                from?: string;
                /** @description Last day, included, United Kingdom time. */
                to?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists who saw a case, or what a person looked at, latest first */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRecordPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "ComponentTakeUp.takeUp": {
        parameters: {
            query?: {
                /** @description The case of this reference. */
                case?: string;
                /** @description First day of the period, London; each question says which of its dates counts. */
                from?: string;
                /** @description Last day of the period, included, London. */
                to?: string;
                /** @description A quarter of the calendar year, London: Q3 is July to September. */
                quarter?: string;
                /** @description Cases of the organisation of this id. */
                organisation?: string;
                /** @description With “true”, also cases of the organisations below the one named, and of those below them. */
                children?: string;
                /** @description Cases that are in one of these states now. */
                state?: string;
                /** @description The outcome of the decision, or of the decision that stands on the case. */
                outcome?: string;
                /** @description Cases of one of these categories. */
                category?: string;
                /** @description Cases in the hands of this reviewer now: an id, “me” or “nobody”. */
                reviewer?: string;
                /** @description Decided by this person: an id, “me”, or “nobody” here: imported decisions, made elsewhere. Of questions about cases, the decision that stands. */
                decider?: string;
                /** @description The role in which it was done: of the decider, or of whoever the event is by. */
                role?: string;
                /** @description Under one of these regime versions. */
                regime?: string;
                /** @description About this submission version. */
                version?: string;
                /** @description Cases on one of these routes. */
                route?: string;
                /** @description Cases rated at one of these levels. */
                rating?: string;
                /** @description Whether a reviewer ever rated the case otherwise than its answers do. */
                overridden?: string;
                /** @description Whether the department ever assured the case itself, by earned autonomy. */
                autonomy?: string;
                /** @description Of cases: those whose latest assessment of this point has a verdict asked for. */
                point?: string;
                /** @description Of cases: those with one of these verdicts on the point named, or on any point. */
                verdict?: string;
                /** @description Whether the latest assessment of a point that is mandatory for the case is “not met”. */
                mandatoryNotMet?: string;
                /** @description Cases with a legacy exception, not removed, of which all of these words hold. */
                legacy?: string;
                /** @description What is said of one of these common components, by its id in the catalogue. */
                component?: string;
                /** @description Least asked for, included. */
                minRequestedPence?: string;
                /** @description Most asked for, included. */
                maxRequestedPence?: string;
                /** @description Least approved, included. */
                minApprovedPence?: string;
                /** @description Most approved, included. */
                maxApprovedPence?: string;
                /** @description Whether less was approved than was asked for; neither where nothing was approved. */
                approvedLess?: string;
                /** @description How what was spent stands to what the decision that stands approved: over, within, not-reported, or replaced by an approved variation; overdue where a report was asked for and none was given since. */
                spend?: string;
                /** @description Conditions in one of these states; of cases, a condition of the decision. */
                conditionStatus?: string;
                /** @description Conditions of one of these kinds: imposed by the decider, or promised; of cases, a condition of the decision. */
                conditionKind?: string;
                /** @description Conditions in force and unsettled now whose due date was before this day. */
                overdueOn?: string;
                /** @description Whether the decision, or the one that made the condition, stands: false of those that were superseded or corrected. */
                inForce?: string;
                /** @description Cases that answer all of these with yes. */
                flags?: string;
                /** @description Cases at their threshold or below it by at most so many per cent. */
                nearThreshold?: string;
                /** @description Whether another case of the same organisation names the same supplier within a year. For GDS Assurance and auditors. */
                possibleSplit?: string;
                /** @description Whether a turnaround target of the case is broken. */
                targetBreached?: string;
                /** @description Whether the next turnaround target of the case is past its due time now, as the list of cases has it. */
                targetOverdue?: string;
                /** @description First decisions of cases that are decided, which took so much of the time allowed; not those whose time is not known. */
                timeTaken?: string;
                /** @description Cases first submitted on this day, London, or later. */
                submittedFrom?: string;
                /** @description Cases first submitted on this day, London, or earlier. */
                submittedTo?: string;
                /** @description Words in the title, the description or the reason given, in capital or small letters. */
                text?: string;
                /** @description Words in the title alone, in capital or small letters. */
                title?: string;
                /** @description Demonstration data only (true), or none of it (false). */
                synthetic?: string;
                /** @description Rows of these kinds; each question names its own. */
                kinds?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts which common components requests use and what those that do not ask for; filters are those of the question “components”, and a department counts its own cases */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentTakeUp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DecisionHistory.catalogue": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists what can be asked of the history, with columns, filters and examples */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryCatalogue"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DecisionHistory.answer": {
        parameters: {
            query?: {
                /** @description The case of this reference. */
                case?: string;
                /** @description First day of the period, London; each question says which of its dates counts. */
                from?: string;
                /** @description Last day of the period, included, London. */
                to?: string;
                /** @description A quarter of the calendar year, London: Q3 is July to September. */
                quarter?: string;
                /** @description Cases of the organisation of this id. */
                organisation?: string;
                /** @description With “true”, also cases of the organisations below the one named, and of those below them. */
                children?: string;
                /** @description Cases that are in one of these states now. */
                state?: string;
                /** @description The outcome of the decision, or of the decision that stands on the case. */
                outcome?: string;
                /** @description Cases of one of these categories. */
                category?: string;
                /** @description Cases in the hands of this reviewer now: an id, “me” or “nobody”. */
                reviewer?: string;
                /** @description Decided by this person: an id, “me”, or “nobody” here: imported decisions, made elsewhere. Of questions about cases, the decision that stands. */
                decider?: string;
                /** @description The role in which it was done: of the decider, or of whoever the event is by. */
                role?: string;
                /** @description Under one of these regime versions. */
                regime?: string;
                /** @description About this submission version. */
                version?: string;
                /** @description Cases on one of these routes. */
                route?: string;
                /** @description Cases rated at one of these levels. */
                rating?: string;
                /** @description Whether a reviewer ever rated the case otherwise than its answers do. */
                overridden?: string;
                /** @description Whether the department ever assured the case itself, by earned autonomy. */
                autonomy?: string;
                /** @description Of cases: those whose latest assessment of this point has a verdict asked for. */
                point?: string;
                /** @description Of cases: those with one of these verdicts on the point named, or on any point. */
                verdict?: string;
                /** @description Whether the latest assessment of a point that is mandatory for the case is “not met”. */
                mandatoryNotMet?: string;
                /** @description Cases with a legacy exception, not removed, of which all of these words hold. */
                legacy?: string;
                /** @description What is said of one of these common components, by its id in the catalogue. */
                component?: string;
                /** @description Least asked for, included. */
                minRequestedPence?: string;
                /** @description Most asked for, included. */
                maxRequestedPence?: string;
                /** @description Least approved, included. */
                minApprovedPence?: string;
                /** @description Most approved, included. */
                maxApprovedPence?: string;
                /** @description Whether less was approved than was asked for; neither where nothing was approved. */
                approvedLess?: string;
                /** @description How what was spent stands to what the decision that stands approved: over, within, not-reported, or replaced by an approved variation; overdue where a report was asked for and none was given since. */
                spend?: string;
                /** @description Conditions in one of these states; of cases, a condition of the decision. */
                conditionStatus?: string;
                /** @description Conditions of one of these kinds: imposed by the decider, or promised; of cases, a condition of the decision. */
                conditionKind?: string;
                /** @description Conditions in force and unsettled now whose due date was before this day. */
                overdueOn?: string;
                /** @description Whether the decision, or the one that made the condition, stands: false of those that were superseded or corrected. */
                inForce?: string;
                /** @description Cases that answer all of these with yes. */
                flags?: string;
                /** @description Cases at their threshold or below it by at most so many per cent. */
                nearThreshold?: string;
                /** @description Whether another case of the same organisation names the same supplier within a year. For GDS Assurance and auditors. */
                possibleSplit?: string;
                /** @description Whether a turnaround target of the case is broken. */
                targetBreached?: string;
                /** @description Whether the next turnaround target of the case is past its due time now, as the list of cases has it. */
                targetOverdue?: string;
                /** @description First decisions of cases that are decided, which took so much of the time allowed; not those whose time is not known. */
                timeTaken?: string;
                /** @description Cases first submitted on this day, London, or later. */
                submittedFrom?: string;
                /** @description Cases first submitted on this day, London, or earlier. */
                submittedTo?: string;
                /** @description Words in the title, the description or the reason given, in capital or small letters. */
                text?: string;
                /** @description Words in the title alone, in capital or small letters. */
                title?: string;
                /** @description Demonstration data only (true), or none of it (false). */
                synthetic?: string;
                /** @description Rows of these kinds; each question names its own. */
                kinds?: string;
                /** @description Most to give on one page. */
                limit?: number;
                /** @description “next” of the page before; without it, the first page. */
                after?: string;
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                question: "decisions" | "outcomes-in-period" | "times" | "conditions" | "registers" | "points-not-met" | "legacy-exceptions" | "procurement" | "triage-and-autonomy" | "edits-after-submission" | "spending-control-exceptions" | "components" | "events";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answers a question, page by page; a department sees its own cases */
            200: {
                headers: {
                    /** @description The next page, rel="next". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryAnswerPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "DecisionHistory.export": {
        parameters: {
            query?: {
                /** @description The case of this reference. */
                case?: string;
                /** @description First day of the period, London; each question says which of its dates counts. */
                from?: string;
                /** @description Last day of the period, included, London. */
                to?: string;
                /** @description A quarter of the calendar year, London: Q3 is July to September. */
                quarter?: string;
                /** @description Cases of the organisation of this id. */
                organisation?: string;
                /** @description With “true”, also cases of the organisations below the one named, and of those below them. */
                children?: string;
                /** @description Cases that are in one of these states now. */
                state?: string;
                /** @description The outcome of the decision, or of the decision that stands on the case. */
                outcome?: string;
                /** @description Cases of one of these categories. */
                category?: string;
                /** @description Cases in the hands of this reviewer now: an id, “me” or “nobody”. */
                reviewer?: string;
                /** @description Decided by this person: an id, “me”, or “nobody” here: imported decisions, made elsewhere. Of questions about cases, the decision that stands. */
                decider?: string;
                /** @description The role in which it was done: of the decider, or of whoever the event is by. */
                role?: string;
                /** @description Under one of these regime versions. */
                regime?: string;
                /** @description About this submission version. */
                version?: string;
                /** @description Cases on one of these routes. */
                route?: string;
                /** @description Cases rated at one of these levels. */
                rating?: string;
                /** @description Whether a reviewer ever rated the case otherwise than its answers do. */
                overridden?: string;
                /** @description Whether the department ever assured the case itself, by earned autonomy. */
                autonomy?: string;
                /** @description Of cases: those whose latest assessment of this point has a verdict asked for. */
                point?: string;
                /** @description Of cases: those with one of these verdicts on the point named, or on any point. */
                verdict?: string;
                /** @description Whether the latest assessment of a point that is mandatory for the case is “not met”. */
                mandatoryNotMet?: string;
                /** @description Cases with a legacy exception, not removed, of which all of these words hold. */
                legacy?: string;
                /** @description What is said of one of these common components, by its id in the catalogue. */
                component?: string;
                /** @description Least asked for, included. */
                minRequestedPence?: string;
                /** @description Most asked for, included. */
                maxRequestedPence?: string;
                /** @description Least approved, included. */
                minApprovedPence?: string;
                /** @description Most approved, included. */
                maxApprovedPence?: string;
                /** @description Whether less was approved than was asked for; neither where nothing was approved. */
                approvedLess?: string;
                /** @description How what was spent stands to what the decision that stands approved: over, within, not-reported, or replaced by an approved variation; overdue where a report was asked for and none was given since. */
                spend?: string;
                /** @description Conditions in one of these states; of cases, a condition of the decision. */
                conditionStatus?: string;
                /** @description Conditions of one of these kinds: imposed by the decider, or promised; of cases, a condition of the decision. */
                conditionKind?: string;
                /** @description Conditions in force and unsettled now whose due date was before this day. */
                overdueOn?: string;
                /** @description Whether the decision, or the one that made the condition, stands: false of those that were superseded or corrected. */
                inForce?: string;
                /** @description Cases that answer all of these with yes. */
                flags?: string;
                /** @description Cases at their threshold or below it by at most so many per cent. */
                nearThreshold?: string;
                /** @description Whether another case of the same organisation names the same supplier within a year. For GDS Assurance and auditors. */
                possibleSplit?: string;
                /** @description Whether a turnaround target of the case is broken. */
                targetBreached?: string;
                /** @description Whether the next turnaround target of the case is past its due time now, as the list of cases has it. */
                targetOverdue?: string;
                /** @description First decisions of cases that are decided, which took so much of the time allowed; not those whose time is not known. */
                timeTaken?: string;
                /** @description Cases first submitted on this day, London, or later. */
                submittedFrom?: string;
                /** @description Cases first submitted on this day, London, or earlier. */
                submittedTo?: string;
                /** @description Words in the title, the description or the reason given, in capital or small letters. */
                text?: string;
                /** @description Words in the title alone, in capital or small letters. */
                title?: string;
                /** @description Demonstration data only (true), or none of it (false). */
                synthetic?: string;
                /** @description Rows of these kinds; each question names its own. */
                kinds?: string;
                /** @description “csv” unless given; “spreadsheet” for a CSV to be read by people; “jsonl” for JSON Lines, with a first line that says what it is and a last one. */
                format?: "csv" | "spreadsheet" | "jsonl";
            };
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                question: "decisions" | "outcomes-in-period" | "times" | "conditions" | "registers" | "points-not-met" | "legacy-exceptions" | "procurement" | "triage-and-autonomy" | "edits-after-submission" | "spending-control-exceptions" | "components" | "events";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. Cells of a CSV that a spreadsheet would run as a formula begin with an apostrophe. */
            200: {
                headers: {
                    /** @description Id of the export. */
                    "Export-Id"?: string;
                    /** @description Its receipt, rel="describedby". */
                    Link?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            /** @description Too many requests */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "Exports.receipt": {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request; a random one is made up otherwise. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description Id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reads the receipt of an export: your own, or as an auditor anybody’s */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
