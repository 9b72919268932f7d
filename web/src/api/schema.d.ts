// Made by `npm run types` from docs/openapi.json and docs/schemas. Never edited by hand.

export interface paths {
    "/api/v1/agent-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the roles of the workspace, and the templates */
        get: operations["roles_list"];
        put?: never;
        /** Make a role */
        post: operations["roles_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a role */
        get: operations["roles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-roles/{id}/assemble": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assemble a step of a role */
        post: operations["roles_assembled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-roles/{id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of a role as they were made active, newest first */
        get: operations["roles_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-roles/{id}/prompt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a role is told */
        get: operations["roles_prompt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Replace what a role is told */
        patch: operations["roles_patch"];
        trace?: never;
    };
    "/api/v1/agent-roles/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a copy what its source is now */
        post: operations["roles_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-roles/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a role what it was before */
        post: operations["roles_rollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agent-roles/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a role was told in a version */
        get: operations["roles_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List agents */
        get: operations["agents_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an agent, and how it is served */
        get: operations["agents_get"];
        /** Store an agent's folder: what changed becomes new versions */
        put: operations["agents_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a version of an agent the active one */
        post: operations["agents_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/assemble": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assemble a call of an agent */
        post: operations["agents_assembled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a case of an agent, played: what goes into each turn, and what came of it */
        get: operations["agents_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check an agent; nothing is stored */
        post: operations["agents_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what this workspace sets of an agent's constants */
        get: operations["agents_config"];
        /** Set an agent's constants for this workspace */
        put: operations["agents_set_config"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read what drafts would move in the turns of the agent's cases; nothing is stored */
        post: operations["agents_diff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the whole folder of an agent as it is active */
        get: operations["agents_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the steps of an agent as a graph, and how many conversations are in them */
        get: operations["agents_flow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read every state of an agent, and what it comes to */
        get: operations["agents_matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what an agent is: its state, calls, layers, context keys, actions and cases */
        get: operations["agents_outline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a model's answer: what the turn comes to */
        post: operations["agents_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the version of an agent active that was active before */
        post: operations["agents_rollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of an agent */
        get: operations["agents_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who changed what in the workspace, newest first */
        get: operations["audit_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Walk the whole record of the workspace: whether it is as it was written */
        get: operations["audit_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List experiments, newest first */
        get: operations["experiments_list"];
        put?: never;
        /** Begin an experiment */
        post: operations["experiments_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an experiment */
        get: operations["experiments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what came of an experiment so far */
        get: operations["experiments_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an experiment for good: everybody is served what is active */
        post: operations["experiments_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{id}/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the weights: units that saw an arm keep it */
        post: operations["experiments_weights"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List feedback, newest first */
        get: operations["feedback_list"];
        put?: never;
        /** Give feedback */
        post: operations["feedback_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the jobs of the workspace */
        get: operations["jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look at a job */
        get: operations["jobs_get"];
        put?: never;
        post?: never;
        /** Take a job off the queue for good */
        delete: operations["jobs_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/revive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a job that was given up back into the queue */
        post: operations["jobs_revive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys of the workspace, revoked ones too */
        get: operations["keys_list"];
        put?: never;
        /** Make a key of the workspace */
        post: operations["keys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read which key asks, and what it may do */
        get: operations["keys_current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key for good */
        delete: operations["keys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read which labels are protected */
        get: operations["labels_protected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{label}/protected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Protect a label, `production` among them */
        put: operations["labels_protect"];
        post?: never;
        /** Let everybody who may edit move a label again */
        delete: operations["labels_release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List memories, newest first */
        get: operations["memories_list"];
        put?: never;
        /** Remember something */
        post: operations["memories_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memories/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search memories, the best first */
        get: operations["memories_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a memory */
        get: operations["memories_get"];
        put?: never;
        post?: never;
        /** Forget a memory */
        delete: operations["memories_delete"];
        options?: never;
        head?: never;
        /** Change a memory */
        patch: operations["memories_patch"];
        trace?: never;
    };
    "/api/v1/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List versions of prompts */
        get: operations["prompts_list"];
        put?: never;
        /** Create the next version of a prompt */
        post: operations["prompts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compare two versions of a prompt: their texts, and what they make of the agent's cases */
        get: operations["prompts_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read where the labels of a prompt went, newest first */
        get: operations["labels_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the version active that was active before */
        post: operations["prompts_rollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version */
        get: operations["prompts_get"];
        put?: never;
        post?: never;
        /** Delete a version that nothing refers to */
        delete: operations["prompts_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a version the active one */
        post: operations["prompts_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a version inactive */
        post: operations["prompts_deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prompts/{id}/labels/{label}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a label on a version
         * @description `expected_version` is the number of the version that has the label now; 0 where none has.
         */
        put: operations["labels_put"];
        post?: never;
        /** Take a label away from a version */
        delete: operations["labels_remove"];
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
        /** List conversations, newest first; those in which something was said */
        get: operations["sessions_list"];
        put?: never;
        /** Begin a conversation */
        post: operations["sessions_create"];
        delete?: never;
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
        /** Read a conversation */
        get: operations["sessions_get"];
        put?: never;
        post?: never;
        /** Erase a conversation */
        delete: operations["sessions_delete"];
        options?: never;
        head?: never;
        /** Change a conversation between its turns */
        patch: operations["sessions_patch"];
        trace?: never;
    };
    "/api/v1/sessions/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export a conversation as JSON lines: the session, then its turns */
        get: operations["turns_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the turns of a conversation, in order */
        get: operations["turns_list"];
        put?: never;
        /** Go on with a conversation */
        post: operations["turns_say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/turns/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel the turn that is under way; nothing of it is stored */
        delete: operations["turns_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/turns/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look at a turn as it was */
        get: operations["turns_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/turns/{n}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a turn as server-sent events, while it runs and after it */
        get: operations["turns_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/turns/{n}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a turn again with other versions, and see what moves; nothing is asked, nothing is stored */
        post: operations["turns_replayed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/turns/{n}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the results that a turn waits for */
        post: operations["turns_results"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a user */
        get: operations["users_get"];
        put?: never;
        post?: never;
        /** Erase a user with everything that is theirs */
        delete: operations["users_erase"];
        options?: never;
        head?: never;
        /** Change a user's state */
        patch: operations["users_patch"];
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhooks of the workspace */
        get: operations["webhooks_list"];
        put?: never;
        /** Make a webhook; its secret is told only now */
        post: operations["webhooks_create"];
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
        /** Look at a webhook */
        get: operations["webhooks_get"];
        put?: never;
        post?: never;
        /** Remove a webhook; what waits for it is not sent */
        delete: operations["webhooks_delete"];
        options?: never;
        head?: never;
        /** Switch a webhook on or off; what happens while it is off is not told */
        patch: operations["webhooks_switch"];
        trace?: never;
    };
    "/api/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List workspaces: all of them for administrators of the workspace `default`, else the own one */
        get: operations["workspaces_list"];
        put?: never;
        /** Make a workspace and its first key; only for administrators of the workspace `default` */
        post: operations["workspaces_create"];
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
        /** @description The results of actions that the caller performed. */
        ActionResults: {
            /** @description One for each action, in their order: `{"result": …}` or `{"error": "why"}`. */
            results: Record<string, unknown>[];
        };
        /** @description Which version becomes active. */
        Activate: {
            /**
             * Format: int32
             * @description The number of the active version that the caller knows; 0 where none is.
             */
            expected_version?: number | null;
            /** @description Why. */
            note?: string;
            /**
             * Format: int32
             * @description Its number.
             */
            version: number;
        };
        /** @description A version of an agent. */
        Agent: {
            agent: string;
            author: string;
            created_at: string;
            description: string;
            /** @description Whether it is served from a folder, for those who write it. */
            development?: boolean;
            /** @description The files of its folder that are no prompts: path and hash. */
            files: {
                [key: string]: string;
            };
            hash: string;
            /** @description A UUID; empty for a folder that is served as it is. */
            id: string;
            is_active: boolean;
            labels: string[];
            note: string;
            updated_at: string;
            /**
             * Format: int32
             * @description 0 for a folder that is served as it is, without becoming a version.
             */
            version: number;
        };
        /** @description One side of an experiment. */
        Arm: {
            name: string;
            /**
             * Format: int32
             * @description The version that it serves.
             */
            version: number;
            /**
             * Format: int32
             * @description Its share, against the sum of all weights; 0 serves nobody new.
             */
            weight: number;
        };
        /** @description The difference of two means. */
        ArmDifference: {
            arm: string;
            /** Format: double */
            high: number;
            /** @description Whether the interval leaves out 0. */
            is_clear: boolean;
            /** Format: double */
            low: number;
        };
        /** @description The mean of an arm. */
        ArmMean: {
            arm: string;
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: double */
            mean?: number | null;
            /** Format: int32 */
            units: number;
        };
        /** @description The units of an arm. */
        ArmUnits: {
            arm: string;
            /**
             * Format: double
             * @description How many the weights let expect.
             */
            expected: number;
            /** Format: int32 */
            units: number;
        };
        /** @description What is to be assembled, and how. Everything else is the input of the turn, as in files and cases. */
        Assemble: {
            /**
             * @description The call, instead of the turn's own.
             * @default null
             */
            call?: string | null;
            /**
             * @description Bodies in place of stored versions, by prompt. They are never stored.
             * @default {}
             */
            drafts?: {
                [key: string]: string;
            };
            /**
             * @description `manifest` adds the account of the assembly.
             * @default []
             */
            include?: string[];
            /**
             * @description The model, instead of the agent's.
             * @default null
             */
            model?: string | null;
            /**
             * @description The provider, instead of the one of the model.
             * @default null
             */
            provider?: string | null;
            /**
             * @description The UUID of a conversation: state, history and memories are its own then. Nothing of it changes.
             * @default null
             */
            session?: string | null;
            /**
             * @description Values of context keys that the caller has fetched.
             * @default {}
             */
            values?: {
                [key: string]: components["schemas"]["Value"];
            };
        };
        /** @description One change. */
        AuditRecord: {
            /** @description `create`, `activate`, … */
            action: string;
            actor: string;
            /** @description A hash or a version of what is there now; empty for nothing. */
            after: string;
            at: string;
            /** @description A hash or a version of what was there; empty for nothing. */
            before: string;
            /**
             * Format: int32
             * @description The epoch that the change made.
             */
            epoch: number;
            /** @description The hash over all of this and the hash of the record before. */
            hash: string;
            /** @description `prompt`, `agent`, `key`, … */
            kind: string;
            note: string;
            subject: string;
        };
        /** @description What is wrong with the agent with either version. */
        Broken: {
            from: Record<string, unknown>[];
            to: Record<string, unknown>[];
        };
        /** @description Why something is done, and what the caller takes for granted. */
        Change: {
            /**
             * Format: int32
             * @description The number of the active version that the caller knows; 0 where none is.
             * @default null
             */
            expected_version?: number | null;
            /**
             * @description Why.
             * @default
             */
            note?: string;
        };
        /** @description What is to be checked: a whole folder, or drafts in the agent as it is active. */
        Check: {
            /**
             * @description Texts in place of active prompts, by name: bodies, or whole files where they begin with `---`.
             * @default {}
             */
            drafts?: {
                [key: string]: string;
            };
            /**
             * @description Every file by its path.
             * @default null
             */
            files?: {
                [key: string]: string;
            } | null;
        };
        /** @description What this workspace sets of an agent's constants. */
        Config: {
            /** @description What is set. */
            config: {
                [key: string]: unknown;
            };
            /** @description What the agent declares; null where it cannot be served. */
            declared?: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: int32
             * @description Counted from 1; 0 where nothing was ever set.
             */
            version: number;
        };
        /** @description The key that asks. */
        CurrentKey: {
            id: string;
            /** @description Whether it may make workspaces. */
            is_operator: boolean;
            name: string;
            /** @description What it may do, with what that includes: an administrator has all of `read`, `edit`, `run`, `admin`. */
            scopes: string[];
            /** @description The workspace that it opens. */
            workspace: string;
        };
        /** @description What differs between two versions. */
        Difference: {
            broken: components["schemas"]["Broken"];
            from: components["schemas"]["Prompt"];
            /**
             * @description What differs in the agent as it is active, with the one version and with the other: what is declared, and
             *     what moved in the turns of its cases. Null where one of the versions breaks the agent.
             */
            rendered?: Record<string, unknown> | null;
            /** @description The difference of their files in unified form; empty where they are equal. */
            text: string;
            to: components["schemas"]["Prompt"];
        };
        /** @description What is to be compared with the agent as it is served. */
        Drafted: {
            /**
             * @description Texts in place of active prompts, by name: bodies, or whole files where they begin with `---`.
             * @default {}
             */
            drafts?: {
                [key: string]: string;
            };
            /**
             * @description Whether all states of the agent are compared too.
             * @default false
             */
            matrix?: boolean;
        };
        /** @description What was erased. */
        Erased: {
            /**
             * Format: int32
             * @description What they saw of experiments stays, as nobody's.
             */
            exposures: number;
            /** Format: int32 */
            memories: number;
            /**
             * Format: int32
             * @description Conversations, with everything that was said in them.
             */
            sessions: number;
        };
        /** @description A part of an excerpt: text, never markup. */
        ExcerptPart: {
            /** @description Whether it is what was asked for. */
            hit: boolean;
            text: string;
        };
        /** @description An experiment. */
        Experiment: {
            agent: string;
            arms: components["schemas"]["Arm"][];
            created_at: string;
            /** @description A UUID. */
            id: string;
            is_running: boolean;
            name: string;
            /** @description `type/phase`, or `type`. */
            prompt: string;
            unit: components["schemas"]["Unit"];
            updated_at: string;
            /**
             * Format: int32
             * @description The version of its weights; what `If-Match` takes.
             */
            version: number;
        };
        /** @description The whole folder of an agent as it is active. */
        Export: {
            agent: string;
            /** @description Every file by its path, active prompts among them: what `PUT` takes. */
            files: {
                [key: string]: string;
            };
            /**
             * Format: int32
             * @description The version of the agent.
             */
            version: number;
        };
        /** @description What somebody thought. */
        Feedback: {
            author: string;
            comment: string;
            created_at: string;
            id: string;
            name: string;
            /**
             * Format: double
             * @description The value as a share of its scale, from 0 to 1.
             */
            number?: number | null;
            session: string;
            /** Format: int32 */
            turn?: number | null;
        };
        /** @description What is wrong with an agent, or worth knowing. */
        Findings: {
            /**
             * @description Each with `code`, `severity`, `message`, and where they are known `span`, `help` and `fix`, the edits
             *     that mend it: the schema `finding`.
             */
            findings: Record<string, unknown>[];
            /** @description Whether there is no error among them. */
            fine: boolean;
        };
        /** @description An agent and how it is served. */
        FoundAgent: components["schemas"]["Agent"] & {
            /** @description What is wrong with what is stored, where it is not served for that; else what is worth knowing. */
            findings: Record<string, unknown>[];
            serving?: components["schemas"]["Serving"] | null;
        };
        /** @description Memories that were found. */
        FoundMemories: {
            items: components["schemas"]["FoundMemory"][];
        };
        /** @description A memory that was found. */
        FoundMemory: components["schemas"]["Memory"] & {
            /**
             * Format: double
             * @description How well it answers; more is better.
             */
            score: number;
        };
        /** @description Where in a conversation something was said. */
        FoundSaid: {
            /** @description `user` or `agent`. */
            by: string;
            /** @description A piece of what was said, in parts. */
            excerpt: components["schemas"]["ExcerptPart"][];
            /**
             * Format: int32
             * @description The turn.
             */
            turn: number;
        };
        /** @description Something that is done later. */
        Job: {
            /**
             * Format: int32
             * @description How often it was begun.
             */
            attempts: number;
            created_at: string;
            /** @description Why it failed the last time. */
            error?: string | null;
            id: string;
            /** @description `webhook` (an event on its way) or `background` (a call behind a turn). */
            kind: string;
            /** @description What it is about. */
            payload: Record<string, unknown>;
            /** @description When it is done next. */
            run_at: string;
            /** @description The conversation that it belongs to; it goes with it. */
            session?: string | null;
            /** @description `waiting`, `running`, or `dead`: given up, a person has to look. */
            status: string;
        };
        /** @description A key, without the key. */
        Key: {
            created_at: string;
            created_by: string;
            /** @description From when on it is refused. */
            expires_at?: string | null;
            /** @description Its last characters. */
            hint: string;
            /** @description A UUID. */
            id: string;
            name: string;
            revoked_at?: string | null;
            /** @description What it may do: `read`, `edit`, `run`, `admin`. */
            scopes: string[];
            /** @description When it was last used, to the minute. */
            used_at?: string | null;
        };
        /** @description A page of a list. */
        List_Agent: {
            /** @description Its items. */
            items: {
                agent: string;
                author: string;
                created_at: string;
                description: string;
                /** @description Whether it is served from a folder, for those who write it. */
                development?: boolean;
                /** @description The files of its folder that are no prompts: path and hash. */
                files: {
                    [key: string]: string;
                };
                hash: string;
                /** @description A UUID; empty for a folder that is served as it is. */
                id: string;
                is_active: boolean;
                labels: string[];
                note: string;
                updated_at: string;
                /**
                 * Format: int32
                 * @description 0 for a folder that is served as it is, without becoming a version.
                 */
                version: number;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_AuditRecord: {
            /** @description Its items. */
            items: {
                /** @description `create`, `activate`, … */
                action: string;
                actor: string;
                /** @description A hash or a version of what is there now; empty for nothing. */
                after: string;
                at: string;
                /** @description A hash or a version of what was there; empty for nothing. */
                before: string;
                /**
                 * Format: int32
                 * @description The epoch that the change made.
                 */
                epoch: number;
                /** @description The hash over all of this and the hash of the record before. */
                hash: string;
                /** @description `prompt`, `agent`, `key`, … */
                kind: string;
                note: string;
                subject: string;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Experiment: {
            /** @description Its items. */
            items: {
                agent: string;
                arms: components["schemas"]["Arm"][];
                created_at: string;
                /** @description A UUID. */
                id: string;
                is_running: boolean;
                name: string;
                /** @description `type/phase`, or `type`. */
                prompt: string;
                unit: components["schemas"]["Unit"];
                updated_at: string;
                /**
                 * Format: int32
                 * @description The version of its weights; what `If-Match` takes.
                 */
                version: number;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Feedback: {
            /** @description Its items. */
            items: {
                author: string;
                comment: string;
                created_at: string;
                id: string;
                name: string;
                /**
                 * Format: double
                 * @description The value as a share of its scale, from 0 to 1.
                 */
                number?: number | null;
                session: string;
                /** Format: int32 */
                turn?: number | null;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Job: {
            /** @description Its items. */
            items: {
                /**
                 * Format: int32
                 * @description How often it was begun.
                 */
                attempts: number;
                created_at: string;
                /** @description Why it failed the last time. */
                error?: string | null;
                id: string;
                /** @description `webhook` (an event on its way) or `background` (a call behind a turn). */
                kind: string;
                /** @description What it is about. */
                payload: Record<string, unknown>;
                /** @description When it is done next. */
                run_at: string;
                /** @description The conversation that it belongs to; it goes with it. */
                session?: string | null;
                /** @description `waiting`, `running`, or `dead`: given up, a person has to look. */
                status: string;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Key: {
            /** @description Its items. */
            items: {
                created_at: string;
                created_by: string;
                /** @description From when on it is refused. */
                expires_at?: string | null;
                /** @description Its last characters. */
                hint: string;
                /** @description A UUID. */
                id: string;
                name: string;
                revoked_at?: string | null;
                /** @description What it may do: `read`, `edit`, `run`, `admin`. */
                scopes: string[];
                /** @description When it was last used, to the minute. */
                used_at?: string | null;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_ListedSession: {
            /** @description Its items. */
            items: (components["schemas"]["Session"] & {
                found?: components["schemas"]["FoundSaid"] | null;
            })[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Memory: {
            /** @description Its items. */
            items: {
                category: string;
                created_at: string;
                /** @description A UUID. */
                id: string;
                /** @description `semantic`, `episodic` or `procedural` (a rule). */
                kind: string;
                owner: string;
                /** @description Why it was dropped. */
                reason?: string | null;
                /** @description `user`, `core` (the agent everywhere), `project` (the agent there) or `shared` (every agent there). */
                scope: string;
                /** @description The conversation in which it was said. */
                session?: string | null;
                /** @description `active`, or `dropped`: a rule that is kept only to say why it does not count. */
                status: string;
                text: string;
                /**
                 * Format: int32
                 * @description The turn in which it was said.
                 */
                turn?: number | null;
                updated_at: string;
                /** @description The user whose data it is; erased with them. */
                user?: string | null;
                /** Format: int32 */
                version: number;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Move: {
            /** @description Its items. */
            items: {
                actor: string;
                agent: string;
                at: string;
                /**
                 * Format: int32
                 * @description The epoch of the workspace that the move made.
                 */
                epoch: number;
                /**
                 * Format: int32
                 * @description The version that had it.
                 */
                from?: number | null;
                /** @description `activate`, `deactivate`, `rollback`, `label` or `unlabel`. */
                how: string;
                /** @description `production` for activations. */
                label: string;
                /** @description `type/phase`, or `type`. */
                name: string;
                note: string;
                /**
                 * Format: int32
                 * @description The version that has it now.
                 */
                to?: number | null;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Prompt: {
            /** @description Its items. */
            items: {
                agent: string;
                allowed_actions: string[];
                author: string;
                /** @description The template; left out of brief lists. */
                body?: string | null;
                created_at: string;
                description: string;
                hash: string;
                /** @description A UUID. */
                id: string;
                is_active: boolean;
                labels: string[];
                /** @description `type/phase`, or `type`. */
                name: string;
                note: string;
                phase?: string | null;
                prompt_type: string;
                required_context_keys: string[];
                /** @description The whole file, front matter and body; left out of brief lists. */
                source?: string | null;
                title: string;
                updated_at: string;
                /** Format: int32 */
                version: number;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Role: {
            /** @description Its items. */
            items: {
                created_at: string;
                description: string;
                hash: string;
                id: string;
                /** @description Whether it is shipped: it can be copied and not changed. */
                is_template: boolean;
                model?: Record<string, unknown> | null;
                modes: Record<string, unknown>;
                name: string;
                prompt_config: Record<string, unknown>;
                /** @description The role that it is a copy of. */
                source_role_id?: string | null;
                updated_at: string;
                /**
                 * Format: int32
                 * @description The number of its active version.
                 */
                version: number;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_RoleMove: {
            /** @description Its items. */
            items: {
                at: string;
                author: string;
                /**
                 * Format: int32
                 * @description The version that was active before.
                 */
                from?: number | null;
                note: string;
                /**
                 * Format: int32
                 * @description The version that is active since.
                 */
                to?: number | null;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Turn: {
            /** @description Its items. */
            items: {
                /** @description The state that it left to the next turn; null while it waits. */
                after: Record<string, unknown>;
                /** @description The state that it began with. */
                before: {
                    [key: string]: components["schemas"]["Value"];
                };
                /** @description Its calls: as they were told in a list; a turn by itself has them with manifests. */
                calls: Record<string, unknown>[];
                created_at: string;
                /** @description What the service gave: fetched values, the model's answers, results of actions. */
                given: Record<string, unknown>[];
                /** @description What went in. */
                input: Record<string, unknown>;
                /** Format: int32 */
                n: number;
                /** @description What it came to; null while it waits. */
                outcome: Record<string, unknown>;
                /** @description Actions whose results it waits for. */
                required_actions: Record<string, unknown>[];
                /** @description `done`, or `requires_action` while it waits for the results of actions. */
                status: string;
                updated_at: string;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Webhook: {
            /** @description Its items. */
            items: {
                created_at: string;
                /** @description What it wants to hear of; `*` is everything. */
                events: string[];
                /** @description A UUID. */
                id: string;
                /** @description Whether it is told anything. */
                is_active: boolean;
                updated_at: string;
                /** @description Where it is told. */
                url: string;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A page of a list. */
        List_Workspace: {
            /** @description Its items. */
            items: {
                created_at: string;
                /**
                 * Format: int32
                 * @description How many changes of management it has seen.
                 */
                epoch: number;
                id: string;
                name: string;
                updated_at: string;
            }[];
            /** @description What `after` is for the next page; null on the last one. */
            next?: string | null;
        };
        /** @description A conversation in a list. */
        ListedSession: components["schemas"]["Session"] & {
            found?: components["schemas"]["FoundSaid"] | null;
        };
        /** @description A key that was made. */
        MadeKey: components["schemas"]["Key"] & {
            /** @description The key itself, told only now. */
            secret: string;
        };
        /** @description A webhook that was made. */
        MadeWebhook: components["schemas"]["Webhook"] & {
            /** @description What signs the messages to it, `whsec_…`; told only now. */
            secret: string;
        };
        /** @description A workspace that was made. */
        MadeWorkspace: {
            /** @description Its first key, with all rights in it. */
            key: components["schemas"]["MadeKey"];
            workspace: components["schemas"]["Workspace"];
        };
        /** @description A memory. */
        Memory: {
            category: string;
            created_at: string;
            /** @description A UUID. */
            id: string;
            /** @description `semantic`, `episodic` or `procedural` (a rule). */
            kind: string;
            owner: string;
            /** @description Why it was dropped. */
            reason?: string | null;
            /** @description `user`, `core` (the agent everywhere), `project` (the agent there) or `shared` (every agent there). */
            scope: string;
            /** @description The conversation in which it was said. */
            session?: string | null;
            /** @description `active`, or `dropped`: a rule that is kept only to say why it does not count. */
            status: string;
            text: string;
            /**
             * Format: int32
             * @description The turn in which it was said.
             */
            turn?: number | null;
            updated_at: string;
            /** @description The user whose data it is; erased with them. */
            user?: string | null;
            /** Format: int32 */
            version: number;
        };
        /** @description What is changed in a memory. */
        MemoryPatch: {
            /** @default null */
            category?: string | null;
            /**
             * Format: int32
             * @description The version that the caller knows.
             * @default null
             */
            expected_version?: number | null;
            /**
             * @description `active` or `dropped`.
             * @default null
             */
            status?: string | null;
            /** @default null */
            text?: string | null;
        };
        /** @description One move of a label. */
        Move: {
            actor: string;
            agent: string;
            at: string;
            /**
             * Format: int32
             * @description The epoch of the workspace that the move made.
             */
            epoch: number;
            /**
             * Format: int32
             * @description The version that had it.
             */
            from?: number | null;
            /** @description `activate`, `deactivate`, `rollback`, `label` or `unlabel`. */
            how: string;
            /** @description `production` for activations. */
            label: string;
            /** @description `type/phase`, or `type`. */
            name: string;
            note: string;
            /**
             * Format: int32
             * @description The version that has it now.
             */
            to?: number | null;
        };
        /** @description The whole folder of an agent. */
        NewAgent: {
            /** @description The newest versions of prompts that its author knows, by name; 0 is: there is none. */
            expected_prompts?: {
                [key: string]: number;
            };
            /**
             * Format: int32
             * @description The newest version of the agent that its author knows; 0 is: there is none.
             */
            expected_version?: number | null;
            /** @description Every file by its path: `agent.yaml` or `role.json`, `prompts/…`, `cases/…`. */
            files: {
                [key: string]: string;
            };
            /** @description Whether it becomes what is served; prompts that it does not have become inactive then. */
            is_active?: boolean;
            /** @description Why it is made. */
            note?: string;
        };
        /** @description New values for constants. */
        NewConfig: {
            /** @description All that is to be set; what was set before and is not here is no longer. */
            config: {
                [key: string]: unknown;
            };
            /**
             * Format: int32
             * @description The version that the caller knows; 0 where nothing was ever set.
             */
            expected_version?: number | null;
            /** @description Why. */
            note?: string;
        };
        /** @description A new experiment. */
        NewExperiment: {
            /** @description The agent; may be left out where there is one. */
            agent?: string | null;
            /** @description The sides; results compare each with the first one. */
            arms: components["schemas"]["Arm"][];
            /** @description Its name, unique within the agent. */
            name: string;
            /** @description Why. */
            note?: string;
            /** @description The prompt, `type/phase` or `type`. */
            prompt: string;
            /** @description What is split; users where it is left out. */
            unit?: components["schemas"]["Unit"];
        };
        /** @description What somebody thought. */
        NewFeedback: {
            comment?: string;
            /** @description What it is about; `rating` where it is left out. */
            name?: string;
            /** @description The smallest and the largest number of the scale; 0 and 1 where it is left out. */
            scale?: [
                number,
                number
            ] | null;
            /** @description The conversation's UUID. */
            session: string;
            /**
             * Format: int32
             * @description The turn's number; left out for the conversation as a whole.
             */
            turn?: number | null;
            value?: unknown;
        };
        /** @description A new key. */
        NewKey: {
            /** @description From when on it is refused (RFC 3339); left out is never. */
            expires_at?: string | null;
            /** @description What people call it, at most 255 characters. */
            name: string;
            /** @description Why it is made. */
            note?: string;
            /**
             * @description What it may do: `read`, `edit`, `run`, `admin`. Whoever may edit or run may also read, an administrator
             *     may do everything.
             */
            scopes: string[];
        };
        /** @description A new memory. */
        NewMemory: {
            category?: string | null;
            /** @description `semantic`, `episodic` or `procedural` (a rule); `semantic` where it is left out. */
            kind?: string | null;
            /** @description The user, the agent, `agent/project`, or the project. */
            owner: string;
            /** @description `user` where it is left out. */
            scope?: string | null;
            text: string;
            /** @description The user whose data it is; the owner where the scope is `user`. */
            user?: string | null;
        };
        /** @description A new version of a prompt. */
        NewPrompt: {
            /** @description The agent; may be left out where there is one. */
            agent?: string | null;
            allowed_actions?: string[];
            /** @description The template. */
            body?: string | null;
            /** @description Another name of `phase`. */
            coaching_phase?: string | null;
            description?: string | null;
            /**
             * Format: int32
             * @description The newest version that its author knows.
             */
            expected_version?: number | null;
            /** @description Whether it becomes the active version. */
            is_active?: boolean;
            /** @description Why it is made. */
            note?: string;
            /** @description The phase, at most 32 characters; null or left out where the type has none. */
            phase?: string | null;
            /** @description The type, at most 32 characters. */
            prompt_type: string;
            required_context_keys?: string[];
            /** @description The whole file, front matter and body, in place of the fields above. */
            source?: string | null;
            /** @description At most 255 characters. */
            title?: string | null;
            /** @description A condition. */
            when?: string | null;
        };
        /** @description A new role: a copy of another one, or an object as in `role.json`. */
        NewRole: {
            /** @default null */
            description?: string | null;
            model?: Record<string, unknown> | null;
            modes?: Record<string, unknown> | null;
            /**
             * @description Its name; that of the source where it is left out.
             * @default null
             */
            name?: string | null;
            /**
             * @description Why.
             * @default
             */
            note?: string;
            prompt_config?: Record<string, unknown> | null;
            /**
             * @description The role that is copied: a template, or one of the workspace.
             * @default null
             */
            source_role_id?: string | null;
        };
        /** @description A new conversation. */
        NewSession: {
            /**
             * @description The agent; may be left out where there is one.
             * @default null
             */
            agent?: string | null;
            /**
             * @description Whether nothing of it is remembered.
             * @default false
             */
            incognito?: boolean;
            /**
             * @description What the caller keeps with it.
             * @default {}
             */
            meta?: {
                [key: string]: components["schemas"]["Value"];
            };
            /**
             * @description Values over the agent's defaults.
             * @default {}
             */
            state?: {
                [key: string]: components["schemas"]["Value"];
            };
            /**
             * @description The user.
             * @default null
             */
            user?: string | null;
        };
        /** @description What a turn is about. */
        NewTurn: {
            /**
             * @description Actions that the user asked for, by a button.
             * @default []
             */
            actions?: Record<string, unknown>[];
            /**
             * @description Arms of experiments that the caller fixes.
             * @default {}
             */
            arms?: {
                [key: string]: string;
            };
            /**
             * @description A call of the agent with `run: asked`, instead of the turn's own.
             * @default null
             */
            call?: string | null;
            /**
             * @description Values over the agent's `config`.
             * @default {}
             */
            config?: {
                [key: string]: components["schemas"]["Value"];
            };
            /**
             * @description What is handed in for context keys.
             * @default {}
             */
            input?: {
                [key: string]: components["schemas"]["Value"];
            };
            /**
             * @description The label whose versions are used.
             * @default null
             */
            label?: string | null;
            /** @description The user's message: text, or parts; left out where the agent opens or a button was pressed. */
            message?: Record<string, unknown> | null;
            /**
             * @description Another model than the agent's.
             * @default null
             */
            model?: string | null;
            /**
             * @description Versions of prompts that the caller demands.
             * @default {}
             */
            pins?: {
                [key: string]: number;
            };
            /**
             * @description Whether to wait for a turn that is under way, instead of being refused.
             * @default false
             */
            wait?: boolean;
        };
        /** @description A new webhook. */
        NewWebhook: {
            /** @description What it wants to hear of: `turn.done`, `crisis`, `prompt.activated`, …; `*` is everything. */
            events: string[];
            /** @description Why it is made. */
            note?: string;
            /** @description Where it is told: an address of a host that the operator has allowed. */
            url: string;
        };
        /** @description New weights. */
        NewWeights: {
            /**
             * Format: int32
             * @description The version of the weights that the caller knows.
             */
            expected_version?: number | null;
            /** @description Why. */
            note?: string;
            /** @description Weights by arm; an arm that is left out keeps its own. */
            weights: {
                [key: string]: number;
            };
        };
        /** @description A new workspace. */
        NewWorkspace: {
            /** @description Small letters, digits, `_` and `-`, at most 64. */
            id: string;
            /** @description At most 255 characters. */
            name: string;
            /** @description Why it is made. */
            note?: string;
        };
        /** @description What people said under one name. */
        Outcome: {
            arms: components["schemas"]["ArmMean"][];
            /** @description Each other arm against the first one. */
            differences: components["schemas"]["ArmDifference"][];
            name: string;
        };
        /** @description What an agent is, as it is served. */
        Outline: {
            actions: components["schemas"]["OutlineAction"][];
            agent: string;
            /** @description The order of obedience, highest first. */
            authority: components["schemas"]["OutlineAuthority"][];
            /** @description Its calls; the first is `reply`. */
            calls: components["schemas"]["OutlineCall"][];
            /** @description Its cases, by name. */
            cases: components["schemas"]["OutlineCase"][];
            /** @description Its constants, with what the workspace sets. */
            config: {
                [key: string]: unknown;
            };
            context: components["schemas"]["OutlineContextKey"][];
            /** @description The prompts of the sealed core. */
            core: string[];
            description: string;
            gate: components["schemas"]["OutlineGateRow"][];
            /** @description Its model, as far as it is declared. */
            model: components["schemas"]["OutlineModel"];
            /** @description The types of its prompts. */
            prompt_types: string[];
            /** @description The providers for which a payload can be written. */
            providers: string[];
            state: components["schemas"]["OutlineStateKey"][];
            /**
             * Format: int32
             * @description The version of its bundle that is served.
             */
            version: number;
        };
        /** @description An action. */
        OutlineAction: {
            allow?: string | null;
            /** @description Who may ask: `model`, `user`, or the name of a call. */
            by: string[];
            description: string;
            name: string;
            /** @description JSON Schema of its parameters. */
            params: Record<string, unknown>;
        };
        /** @description Somebody who is obeyed. */
        OutlineAuthority: {
            meaning: string;
            name: string;
        };
        /** @description A call. */
        OutlineCall: {
            /** @description In which shape the model answers: `text`, `actions`, `steps`, `verdict`, `schema`. */
            answer: string;
            bare: boolean;
            /** @description The only context keys that it is given; null where it is given all. */
            context?: string[] | null;
            /** @description What it adds to the core. */
            core: string[];
            isolated: boolean;
            layers: components["schemas"]["OutlineLayer"][];
            name: string;
            /** @description When it runs: `reply`, `instead`, `gate`, `after`, `background`, `asked`. */
            run: string;
            /** @description JSON Schema of its answers, where they are of the kind `schema`. */
            schema?: Record<string, unknown> | null;
            when?: string | null;
        };
        /** @description A case. */
        OutlineCase: {
            description: string;
            name: string;
            title: string;
            /** @description How many turns it has. */
            turns: number;
        };
        /** @description A context key. */
        OutlineContextKey: {
            description: string;
            /** @description The type of its values. */
            kind: string;
            /**
             * Format: int32
             * @description How many items of a list are kept at most.
             */
            limit?: number | null;
            /** Format: int32 */
            max_tokens?: number | null;
            name: string;
            /** @description Where they come from: an expression, or `http`. */
            source: string;
            trusted: boolean;
        };
        /** @description A row of the gate. */
        OutlineGateRow: {
            actions: string[];
            always: boolean;
            /** @description The call whose answer the row needs. */
            call?: string | null;
            /** @description Rows for the case that the call failed. */
            fallback: components["schemas"]["OutlineGateRow"][];
            final: boolean;
            /** @description What is looked for in the message. */
            phrases: string[];
            regex: string[];
            /** @description What is said without asking a model. */
            say?: string | null;
            /** @description The state keys that it writes. */
            sets: string[];
            unless: string[];
            when?: string | null;
        };
        /** @description A layer. */
        OutlineLayer: {
            /** @description The question that it answers. */
            about: string;
            channel: string;
            /** @description What the engine writes into it: `rules`, `actions`, `step`, `priority`, `answer`. */
            engine?: string | null;
            header?: string | null;
            id: string;
            /** Format: int32 */
            keep: number;
            optional: boolean;
            /** Format: int32 */
            priority: number;
            /** @description The prompts that fill it, as they are declared. */
            prompts: components["schemas"]["OutlineLayerPrompt"][];
            /** @description How it gives way: `never`, `drop`, `items`, `oldest`, `tail`, `head`, `middle`. */
            shrink: string;
            title: string;
            when?: string | null;
        };
        /** @description A prompt of a layer. */
        OutlineLayerPrompt: {
            /** @description Its name, in which an expression may stand. */
            name: string;
            when?: string | null;
        };
        /** @description A model. */
        OutlineModel: {
            name: string;
            /**
             * Format: int32
             * @description Tokens that are kept for the answer.
             */
            reserve: number;
            /**
             * Format: int32
             * @description In tokens.
             */
            window: number;
        };
        /** @description A state key. */
        OutlineStateKey: {
            /** @description What it is where nothing was set; left out where it is not there then. */
            default?: unknown;
            name: string;
            /** @description JSON Schema of its values. */
            schema: Record<string, unknown>;
            /** @description How long it keeps its value: `turn`, `session`, `user`. */
            scope: string;
            /** @description What its values are called. */
            titles: components["schemas"]["OutlineTitle"][];
        };
        /** @description What a value is called. */
        OutlineTitle: {
            description: string;
            /** @description For the heads of tables. */
            short: string;
            title: string;
            value: string;
        };
        /** @description A case whose turns were played with the answers that it has for them. */
        PlayedCase: {
            description: string;
            name: string;
            title: string;
            turns: components["schemas"]["PlayedTurn"][];
        };
        /** @description A turn of a case. */
        PlayedTurn: {
            /** @description The call to look at, when it is not the turn's own. */
            call?: string | null;
            /** @description What the case expects. */
            expect: Record<string, unknown>;
            /** @description What was expected and did not hold. */
            failures: string[];
            /** @description What went in, with everything that was carried over from the turn before: what `assemble` takes. */
            input: {
                [key: string]: unknown;
            };
            /** @description What the user read. */
            said: string[];
        };
        /** @description What went wrong. */
        Problem: {
            /** @description The kind, a stable word. */
            code: string;
            /**
             * Format: int32
             * @description The current version, where somebody else was faster.
             */
            current?: number | null;
            /** @description What happened, in a sentence. */
            detail?: string;
            /** @description Everything that is wrong with the request. */
            errors?: components["schemas"]["ProblemError"][];
            /**
             * Format: int32
             * @description The status of the response.
             */
            status: number;
            /** @description The kind in words. */
            title: string;
        };
        /** @description One thing that is wrong with a request. */
        ProblemError: {
            /** @description The kind, a stable word. */
            code: string;
            /** @description What is wrong, in a sentence. */
            detail: string;
            /** @description What to do. */
            help?: string;
            /** @description Where: a JSON pointer into the request, or `FILE:LINE:COLUMN` of an agent's file. */
            pointer: string;
        };
        /** @description A version of a prompt. */
        Prompt: {
            agent: string;
            allowed_actions: string[];
            author: string;
            /** @description The template; left out of brief lists. */
            body?: string | null;
            created_at: string;
            description: string;
            hash: string;
            /** @description A UUID. */
            id: string;
            is_active: boolean;
            labels: string[];
            /** @description `type/phase`, or `type`. */
            name: string;
            note: string;
            phase?: string | null;
            prompt_type: string;
            required_context_keys: string[];
            /** @description The whole file, front matter and body; left out of brief lists. */
            source?: string | null;
            title: string;
            updated_at: string;
            /** Format: int32 */
            version: number;
        };
        /** @description What a role is told. */
        PromptConfig: {
            prompt_config: Record<string, unknown>;
        };
        /** @description The labels that only keys for administrators move. */
        Protected: {
            protected: string[];
        };
        /** @description What is to be read: the input of the turn as it was assembled, and what its call was answered. */
        Read: Record<string, unknown> & {
            /**
             * @description What the model wrote. Of `answer`, `body`, `failed` and `results` there is one, or none where no call was
             *     made.
             * @default null
             */
            answer?: string | null;
            /** @description What the provider sent, whole. */
            body?: Record<string, unknown> | null;
            /**
             * @description The call, as it was assembled.
             * @default null
             */
            call?: string | null;
            /**
             * Format: int32
             * @description The `session_version` of the assembly.
             * @default null
             */
            expected_version?: number | null;
            /**
             * @description Why there is no answer.
             * @default null
             */
            failed?: string | null;
            /**
             * @description The `given` of the reply before, where the turn needed more.
             * @default []
             */
            given?: Record<string, unknown>[];
            /**
             * @description `manifest` adds the account of each call.
             * @default []
             */
            include?: string[];
            /**
             * @description The model, as it was assembled for.
             * @default null
             */
            model?: string | null;
            /**
             * @description The provider, as it was assembled for; it reads the `body`.
             * @default null
             */
            provider?: string | null;
            /**
             * @description Whether an answer that cannot be taken is asked for again; else it is taken as it is, with its problems.
             * @default false
             */
            reask?: boolean;
            /**
             * @description The results of actions, in their order: `{"result": …}` or `{"error": "why"}`.
             * @default null
             */
            results?: Record<string, unknown>[] | null;
            /**
             * @description The UUID of a conversation: the turn is its next one, and is stored where it is over.
             * @default null
             */
            session?: string | null;
            /**
             * @description Values of context keys that the caller has fetched.
             * @default {}
             */
            values?: {
                [key: string]: components["schemas"]["Value"];
            };
        };
        /** @description With what a turn is run again. */
        Replay: {
            /**
             * @description Bodies in place of stored versions, by prompt; they take the right to edit.
             * @default {}
             */
            drafts?: {
                [key: string]: string;
            };
            /**
             * @description The label whose versions are used.
             * @default null
             */
            label?: string | null;
            /**
             * @description Another model.
             * @default null
             */
            model?: string | null;
            /**
             * @description Versions that the caller demands, over those that were demanded then.
             * @default {}
             */
            pins?: {
                [key: string]: number;
            };
        };
        /** @description What came of an experiment so far. */
        Results: {
            experiment: components["schemas"]["Experiment"];
            /**
             * Format: double
             * @description How often the intervals hold, at every moment together.
             */
            level: number;
            /** @description What people said, by name: every value is a share of its scale, and every unit counts once. */
            outcomes: components["schemas"]["Outcome"][];
            split: components["schemas"]["SplitCheck"];
            /** @description How many units saw which arm. */
            units: components["schemas"]["ArmUnits"][];
        };
        /** @description Why a job is done again. */
        Revived: {
            /**
             * @description Why.
             * @default
             */
            note?: string;
        };
        /** @description A role. */
        Role: {
            created_at: string;
            description: string;
            hash: string;
            id: string;
            /** @description Whether it is shipped: it can be copied and not changed. */
            is_template: boolean;
            model?: Record<string, unknown> | null;
            modes: Record<string, unknown>;
            name: string;
            prompt_config: Record<string, unknown>;
            /** @description The role that it is a copy of. */
            source_role_id?: string | null;
            updated_at: string;
            /**
             * Format: int32
             * @description The number of its active version.
             */
            version: number;
        };
        /** @description Why something is done to a role, and what the caller takes for granted. */
        RoleChange: {
            /**
             * Format: int32
             * @description The number of the active version that the caller knows.
             * @default null
             */
            expected_version?: number | null;
            /**
             * @description Why.
             * @default
             */
            note?: string;
        };
        /** @description A version that was made active. */
        RoleMove: {
            at: string;
            author: string;
            /**
             * Format: int32
             * @description The version that was active before.
             */
            from?: number | null;
            note: string;
            /**
             * Format: int32
             * @description The version that is active since.
             */
            to?: number | null;
        };
        /** @description What is replaced of a role, each member whole; what is left out stays. */
        RolePatch: {
            /** @default null */
            description?: string | null;
            /**
             * Format: int32
             * @description The number of the newest version that the caller knows.
             * @default null
             */
            expected_version?: number | null;
            model?: Record<string, unknown> | null;
            modes?: Record<string, unknown> | null;
            /**
             * @description Why.
             * @default
             */
            note?: string;
            prompt_config?: Record<string, unknown> | null;
        };
        /** @description Why a role is reset. */
        RoleReset: {
            /**
             * @description Why.
             * @default
             */
            note?: string;
        };
        /** @description A step that is to be assembled. */
        RoleStep: {
            /**
             * @description The conversation so far, for a chat.
             * @default []
             */
            history?: Record<string, unknown>[];
            /**
             * @description `manifest` adds the account of the assembly.
             * @default []
             */
            include?: string[];
            /**
             * @description The values of variables: `{"ticket": {"title": …}}`.
             * @default {}
             */
            input?: {
                [key: string]: components["schemas"]["Value"];
            };
            /**
             * @description The mode that is on.
             * @default null
             */
            mode?: string | null;
            /**
             * @description The model, instead of the role's.
             * @default null
             */
            model?: string | null;
            /** @description Modes in place of the stored ones, whole; takes the right to edit. Nothing is stored. */
            modes?: Record<string, unknown> | null;
            /**
             * @description The time, RFC 3339; that of the server where it is left out.
             * @default null
             */
            now?: string | null;
            /** @description A `prompt_config` in place of the stored one, whole; takes the right to edit. Nothing is stored. */
            prompt_config?: Record<string, unknown> | null;
            /**
             * @description The provider, instead of the one of the model.
             * @default null
             */
            provider?: string | null;
            /**
             * @description `ticket`, `chat`, `gate` or `cron`.
             * @default
             */
            step?: string;
        };
        /** @description Which prompt goes back. */
        Rollback: {
            agent: string;
            /**
             * Format: int32
             * @description The number of the active version that the caller knows.
             */
            expected_version?: number | null;
            /** @description `type/phase`, or `type`. */
            name: string;
            /** @description Why. */
            note?: string;
        };
        /** @description A version that is served. */
        Serving: {
            hash: string;
            /** Format: int32 */
            version: number;
        };
        /** @description A conversation. */
        Session: {
            agent: string;
            created_at: string;
            /** @description A UUID. */
            id: string;
            incognito: boolean;
            meta: {
                [key: string]: components["schemas"]["Value"];
            };
            /** @description The release that it was last served. */
            release?: string | null;
            /** @description Its state. */
            state: {
                [key: string]: components["schemas"]["Value"];
            };
            /**
             * Format: int32
             * @description How many turns it has.
             */
            turns: number;
            updated_at: string;
            user?: string | null;
            /**
             * Format: int32
             * @description Raised by every write; what `If-Match` takes.
             */
            version: number;
        };
        /** @description What is changed in a conversation. */
        SessionPatch: {
            /**
             * Format: int32
             * @description The version that the caller knows.
             * @default null
             */
            expected_version?: number | null;
            /**
             * @description Whether nothing of it is remembered.
             * @default null
             */
            incognito?: boolean | null;
            /**
             * @description What the caller keeps with it, whole.
             * @default null
             */
            meta?: {
                [key: string]: components["schemas"]["Value"];
            } | null;
            /**
             * @description A new state, over the agent's defaults.
             * @default null
             */
            state?: {
                [key: string]: components["schemas"]["Value"];
            } | null;
        };
        /** @description Whether units were split as declared. */
        SplitCheck: {
            /** @description Whether it gives no reason for doubt. */
            is_as_declared: boolean;
            /**
             * Format: double
             * @description A p-value that holds at every moment.
             */
            p: number;
        };
        /** @description Why an experiment is stopped. */
        StopExperiment: {
            /**
             * @description Why.
             * @default
             */
            note?: string;
        };
        /** @description What becomes of a webhook. */
        Switched: {
            /** @description Whether it is told anything. */
            is_active: boolean;
            /** @description Why. */
            note?: string;
        };
        /** @description What became of a folder. */
        TakenAgent: {
            /** @description The version of the agent that has its files. */
            agent: components["schemas"]["Agent"];
            /** @description The prompts of which there is a new version. */
            new: string[];
            /** @description The prompts that are no longer active, because the folder does not have them. */
            removed: string[];
            /** @description What is worth knowing. */
            warnings: Record<string, unknown>[];
        };
        /** @description A turn as it was. */
        Turn: {
            /** @description The state that it left to the next turn; null while it waits. */
            after: Record<string, unknown>;
            /** @description The state that it began with. */
            before: {
                [key: string]: components["schemas"]["Value"];
            };
            /** @description Its calls: as they were told in a list; a turn by itself has them with manifests. */
            calls: Record<string, unknown>[];
            created_at: string;
            /** @description What the service gave: fetched values, the model's answers, results of actions. */
            given: Record<string, unknown>[];
            /** @description What went in. */
            input: Record<string, unknown>;
            /** Format: int32 */
            n: number;
            /** @description What it came to; null while it waits. */
            outcome: Record<string, unknown>;
            /** @description Actions whose results it waits for. */
            required_actions: Record<string, unknown>[];
            /** @description `done`, or `requires_action` while it waits for the results of actions. */
            status: string;
            updated_at: string;
        };
        /**
         * @description What is split.
         * @enum {string}
         */
        Unit: "user" | "session";
        /** @description A user. */
        User: {
            created_at: string;
            id: string;
            /** @description State of the scope `user`, and `memory:recall`: whether earlier conversations may be brought up. */
            state: {
                [key: string]: components["schemas"]["Value"];
            };
            updated_at: string;
            /** Format: int32 */
            version: number;
        };
        /** @description What is changed in a user. */
        UserPatch: {
            /**
             * Format: int32
             * @description The version that the caller knows; 0 is none.
             * @default null
             */
            expected_version?: number | null;
            /**
             * @description Members of the state; null takes one out, what is left out stays.
             * @default {}
             */
            state?: {
                [key: string]: components["schemas"]["Value"];
            };
        };
        Value: unknown;
        /** @description A webhook, without its secret. */
        Webhook: {
            created_at: string;
            /** @description What it wants to hear of; `*` is everything. */
            events: string[];
            /** @description A UUID. */
            id: string;
            /** @description Whether it is told anything. */
            is_active: boolean;
            updated_at: string;
            /** @description Where it is told. */
            url: string;
        };
        /** @description A workspace. */
        Workspace: {
            created_at: string;
            /**
             * Format: int32
             * @description How many changes of management it has seen.
             */
            epoch: number;
            id: string;
            name: string;
            updated_at: string;
        };
        /** @description How bad a finding is. */
        "Finding.Severity": "warning" | "error";
        /** @description A place in a source file. */
        "Finding.Span": {
            /** @description Path of the file, relative to the agent's folder, with `/` between its parts. */
            file: string;
            /**
             * Format: uint
             * @description First byte.
             */
            start: number;
            /**
             * Format: uint
             * @description Byte just behind the last.
             */
            end: number;
            /**
             * Format: uint
             * @description Line of the first byte, counted from 1.
             */
            line: number;
            /**
             * Format: uint
             * @description Column of the first byte in characters, counted from 1.
             */
            column: number;
        };
        /** @description One remedy. */
        "Finding.Fix": {
            /** @description What it does, in a few words: the label of a button. */
            title: string;
            /** @description What changes in the file of the finding: in order, and none over another. */
            edits: components["schemas"]["Finding.Edit"][];
        };
        /** @description Some bytes of a file, and what stands in their place then. */
        "Finding.Edit": {
            /**
             * Format: uint
             * @description First byte.
             */
            start: number;
            /**
             * Format: uint
             * @description Byte just behind the last; where it is `start`, text is put in.
             */
            end: number;
            /** @description What is written there; nothing takes the bytes out. */
            text: string;
        };
        /**
         * Diagnostic
         * @description One finding.
         */
        Finding: {
            /** @description Stable name of the kind of finding, such as `agent.unknown-key`. */
            code: string;
            /** @description How bad it is. */
            severity: components["schemas"]["Finding.Severity"];
            /** @description Where it is, when it is in a file. */
            span?: components["schemas"]["Finding.Span"] | null;
            /** @description Where it is in a turn's input or another JSON document, as a JSON pointer (RFC 6901). */
            pointer?: string | null;
            /** @description What is wrong, in one sentence. */
            message: string;
            /** @description What to do about it. */
            help?: string | null;
            /** @description A remedy that can be applied as it stands, where there is one that is clearly meant. */
            fix?: components["schemas"]["Finding.Fix"] | null;
        };
        /** @description The tokens of a payload. */
        "Manifest.Tokens": {
            /**
             * Format: uint32
             * @description Text and overhead.
             */
            total: number;
            /**
             * Format: uint32
             * @description The text parts.
             */
            text: number;
            /** @description Whether the text is counted exactly. */
            exact: boolean;
            /** @description What providers add, by table. */
            overhead: components["schemas"]["Manifest.Overhead"];
            /**
             * Format: uint32
             * @description How much more it may be, at most.
             */
            margin: number;
        };
        /** @description What providers add. */
        "Manifest.Overhead": {
            /**
             * Format: uint32
             * @description Around messages, and before the reply.
             */
            messages: number;
            /**
             * Format: uint32
             * @description Tools.
             */
            tools: number;
            /**
             * Format: uint32
             * @description The answer's schema.
             */
            schema: number;
            /**
             * Format: uint32
             * @description Images, files, tool calls and results.
             */
            parts: number;
        };
        /** @description A text part of the payload. */
        "Manifest.PartEntry": {
            /** @description Where it stands. */
            pointer: string;
            /** @description The role of its message. */
            role: components["schemas"]["Manifest.Role"];
            /** @description Its bytes. */
            span: number[];
        };
        /** @description The role of a message. */
        "Manifest.Role": "instructions" | "system" | "developer" | "user" | "assistant" | "tool";
        /** @description A layer. */
        "Manifest.LayerEntry": {
            /** @description Its id. */
            id: string;
            /** @description Its name for people. */
            title: string;
            /** @description What became of it. */
            status: components["schemas"]["Manifest.Status"];
            /** @description Whether it is the sealed core. */
            sealed?: boolean;
            /** @description Where it goes. */
            channel: components["schemas"]["Manifest.Channel"];
            /** @description How long it stays the same. */
            stability: components["schemas"]["Manifest.Stability"];
            /**
             * Format: uint32
             * @description Its text tokens.
             */
            tokens?: number | null;
            /** @description Its bytes, from the first to the last. */
            span?: number[] | null;
            /** @description Hash of its text. */
            hash?: string | null;
            /**
             * Format: uint32
             * @description Messages, items or tokens that stayed.
             */
            kept?: number | null;
            /**
             * Format: uint32
             * @description Messages, items or tokens that went.
             */
            dropped?: number | null;
            /** @description Why. */
            reason: string;
            /** @description What fills it. */
            prompts?: components["schemas"]["Manifest.PromptEntry"][];
        };
        /** @description What became of a layer. */
        "Manifest.Status": "included" | "shrunk" | "dropped" | "skipped";
        /** @description Where a layer goes, in payload order. */
        "Manifest.Channel": "instructions" | "system" | "developer" | "history" | "turn" | "user";
        /** @description How long something stays the same. */
        "Manifest.Stability": "static" | "session" | "turn";
        /** @description A prompt version. */
        "Manifest.PromptEntry": {
            /** @description Its name. */
            name: string;
            /**
             * Format: uint32
             * @description Its number; none for a draft.
             */
            version: number | null;
            /** @description Its hash. */
            hash: string;
            /** @description Why this one. */
            reason: string;
        };
        /** @description A context key. */
        "Manifest.ContextEntry": {
            /** @description Its name. */
            key: string;
            /** @description Where its value came from. */
            source: string;
            /**
             * Format: uint32
             * @description Tokens of the value as it prints.
             */
            tokens: number;
            /** @description Whether an outsider may have written it. */
            untrusted: boolean;
            /**
             * Format: uint32
             * @description How many places in it were altered so that it stays data.
             */
            neutralised: number;
            /** @description What was cut from it. */
            cut?: string | null;
        };
        /** @description What the host is asked to fetch. */
        "Manifest.Request": {
            /** @constant */
            kind: "http";
            /** @description The key that it is for. */
            key: string;
            /** @description The address. */
            url: string;
            /**
             * Format: uint32
             * @description How long to wait, in milliseconds.
             */
            timeout_ms: number;
        } | {
            /** @constant */
            kind: "memory";
            /** @description The key that it is for. */
            key: string;
            /** @description What to search for. */
            query: string;
            /**
             * Format: uint32
             * @description How many entries at most.
             */
            limit: number | null;
        };
        /** @description What became of the user's rules. */
        "Manifest.Rules": {
            /** @description Rules that stand in the payload. */
            kept: string[];
            /** @description Rules that were dropped, and why. */
            dropped: components["schemas"]["Manifest.Dropped"][];
        };
        /** @description A rule that was dropped. */
        "Manifest.Dropped": {
            /** @description The rule. */
            rule: string;
            /** @description Why. */
            reason: string;
        };
        /** @description The source of some bytes. */
        "Manifest.OriginEntry": {
            /** @description The bytes. */
            span: number[];
        } & ({
            /** @constant */
            from: "engine";
        } | {
            /** @constant */
            from: "prompt";
            /** @description Its name. */
            name: string;
            /**
             * Format: uint32
             * @description Its number; none for a draft.
             */
            version: number | null;
        } | {
            /** @constant */
            from: "context";
            /** @description Its name. */
            name: string;
        } | {
            /** @constant */
            from: "config";
        } | {
            /** @constant */
            from: "agent";
            /** @description What it is. */
            name: string;
        } | {
            /** @constant */
            from: "history";
            /**
             * Format: uint
             * @description Its place in the history as it was given, counted from 0.
             */
            index: number;
        } | {
            /** @constant */
            from: "message";
        } | {
            /** @constant */
            from: "round";
            /**
             * Format: uint
             * @description Its place among them, counted from 0.
             */
            index: number;
        });
        /** @description Text of the agent's file inside a tool or schema. */
        "Manifest.Authored": {
            /** @description Where it stands in the payload. */
            pointer: string;
            /** @description What it belongs to, such as `actions/create_identity`. */
            name: string;
        };
        /** @description What became of an action that the user asked for by a button. */
        "Manifest.Button": {
            /** @description The action. */
            name: string;
            /** @description Whether it was done; without declared effects it is handed to the host. */
            done: boolean;
            /** @description Why it was refused. */
            reason?: string | null;
        };
        /** @description A row that fired. */
        "Manifest.Fired": {
            /**
             * Format: uint
             * @description Its place in the list, counted from 0.
             */
            row: number;
            /** @description What it wrote. */
            set?: {
                [key: string]: unknown;
            };
            /** @description The call that it asked. */
            call?: string | null;
            /**
             * Format: uint
             * @description The row of its fallback that was taken, counted from 0.
             */
            fallback?: number | null;
            /** @description Why the fallback was taken, or why the write was refused. */
            reason?: string | null;
            /** @description Whether the write was refused. */
            refused?: boolean;
            /** @description The keys whose write was refused. */
            keys?: string[];
        };
        /** @description What is predicted of the provider's cache. */
        "Manifest.Cache": {
            /** @description Tokens in front of each breakpoint, with tools and schema, which come first. */
            breakpoints: number[];
            /**
             * @description The key that steers requests with the same prefix to the same cache, where the provider takes
             *     one.
             */
            key?: string | null;
            /**
             * Format: uint32
             * @description The fewest tokens that the provider caches; 0 where it does not cache by itself.
             */
            least: number;
        };
        /** @description Something that the provider's format does not have. */
        "Manifest.Lowering": {
            /** @description Where it would have stood; of a part of a message, where it stands in the turn's input. */
            pointer: string;
            /** @description What became of it. */
            note: string;
        };
        /** @description An arm that was used. */
        "Manifest.Exposure": {
            /** @description The experiment. */
            experiment: string;
            /** @description The arm. */
            arm: string;
        };
        /**
         * Manifest
         * @description The account of an assembly.
         */
        Manifest: {
            /** @description The agent. */
            agent: string;
            /** @description The call. */
            call: string;
            /** @description Hash of the agent and the prompt versions that made this. */
            release: string;
            /** @description The provider. */
            provider: string;
            /** @description Why this provider. */
            provider_reason: string;
            /** @description The model. */
            model: string;
            /** @description What counted the tokens. */
            tokenizer: string;
            /**
             * Format: uint32
             * @description The window in tokens.
             */
            window: number;
            /**
             * Format: uint32
             * @description Tokens kept for the answer.
             */
            reserve: number;
            /** @description The tokens. */
            tokens: components["schemas"]["Manifest.Tokens"];
            /**
             * Format: uint32
             * @description Text tokens before the first byte that changes from turn to turn: what can be cached.
             */
            cached_prefix: number;
            /** @description The text parts of the payload. */
            parts: components["schemas"]["Manifest.PartEntry"][];
            /** @description All layers of the call in payload order, then layers of `reply` that the call leaves out. */
            layers: components["schemas"]["Manifest.LayerEntry"][];
            /** @description The context keys that were used. */
            context: components["schemas"]["Manifest.ContextEntry"][];
            /** @description What the host was asked for. */
            requests?: components["schemas"]["Manifest.Request"][];
            /** @description The user's rules. */
            rules: components["schemas"]["Manifest.Rules"];
            /** @description The source of every byte of the text parts. */
            origins: components["schemas"]["Manifest.OriginEntry"][];
            /** @description Whose texts stand in tools and schemas. */
            authored?: components["schemas"]["Manifest.Authored"][];
            /** @description What became of the actions that the user asked for. */
            buttons?: components["schemas"]["Manifest.Button"][];
            /** @description The gate's rows that fired. */
            gate: components["schemas"]["Manifest.Fired"][];
            /** @description Actions that the model may ask for. */
            actions: string[];
            /** @description The state behind the gate. */
            state: {
                [key: string]: unknown;
            };
            /** @description Configuration that the turn overrode. */
            config?: {
                [key: string]: unknown;
            };
            /** @description What is predicted of the provider's cache. */
            cache: components["schemas"]["Manifest.Cache"];
            /** @description What the provider's format does not have. */
            lowering: components["schemas"]["Manifest.Lowering"][];
            /** @description Arms that this assembly used. */
            experiments: components["schemas"]["Manifest.Exposure"][];
            /** @description Everything else that is worth knowing. */
            warnings: string[];
        };
        /** @description What is remembered of the user. */
        "TurnInput.Memory": {
            /**
             * @description Entries, most relevant first: `{kind, text, …}`.
             * @default []
             */
            entries?: {
                [key: string]: unknown;
            }[];
            /**
             * @description The user's style rules.
             * @default []
             */
            rules?: string[];
            /**
             * @description Whether the agent may bring up past conversations by itself.
             * @default false
             */
            recall?: boolean;
        };
        /** @description A message of the history. */
        "TurnInput.Message": {
            /** @description Who spoke. */
            role: components["schemas"]["TurnInput.Speaker"];
            /** @description What was said. */
            content: components["schemas"]["TurnInput.Content"];
        };
        /** @description Who spoke. */
        "TurnInput.Speaker": "user" | "assistant" | "tool";
        /** @description Text, or parts. */
        "TurnInput.Content": string | components["schemas"]["TurnInput.Part"][];
        /** @description One part of a message. */
        "TurnInput.Part": {
            /** @constant */
            type: "text";
            /** @description The text. */
            text: string;
        } | {
            /** @constant */
            type: "image";
            /** @description Address, `data:` URL in base64, or the id of an upload. */
            url: string;
            /**
             * Format: uint32
             * @description Its cost in tokens, when the caller knows it.
             */
            tokens?: number | null;
        } | {
            /** @constant */
            type: "file";
            /** @description Address, `data:` URL in base64, or the id of an upload. */
            url: string;
            /** @description Its name. */
            name?: string | null;
            /**
             * Format: uint32
             * @description Its cost in tokens, when the caller knows it.
             */
            tokens?: number | null;
        } | {
            /** @constant */
            type: "tool_call";
            /** @description Its id. */
            id: string;
            /** @description The tool. */
            name: string;
            /** @description The arguments. */
            arguments: unknown;
        } | {
            /** @constant */
            type: "tool_result";
            /** @description The call's id. */
            id: string;
            /** @description The result as text. */
            content: string;
        } | {
            /** @constant */
            type: "opaque";
            /** @description Who sent it. */
            provider: string;
            /** @description The model that was asked. */
            model: string;
            /** @description What it sent. */
            value: unknown;
        };
        /** @description An action that somebody asks for. */
        "TurnInput.ActionRequest": {
            /** @description The action's name. */
            name: string;
            /**
             * @description Its parameters.
             * @default {}
             */
            params?: {
                [key: string]: unknown;
            };
        };
        /**
         * TurnInput
         * @description The input of one turn. Everything may be left out.
         */
        TurnInput: {
            /**
             * @description Values of the agent's state keys. A key that is left out has its default.
             * @default {}
             */
            state?: {
                [key: string]: unknown;
            };
            /**
             * @description What is remembered of the user.
             * @default {
             *       "entries": [],
             *       "rules": [],
             *       "recall": false
             *     }
             */
            memory?: components["schemas"]["TurnInput.Memory"];
            /**
             * @description The conversation so far, oldest first.
             * @default []
             */
            history?: components["schemas"]["TurnInput.Message"][];
            /**
             * Format: uint
             * @description The message of the history at which the turn before began: the `dropped` of its history layer.
             *     What was cut stays cut, so that the prefix in the provider's cache survives.
             * @default 0
             */
            history_from?: number;
            /**
             * @description What the host hands in for context keys `from: input.…`.
             * @default {}
             */
            input?: {
                [key: string]: unknown;
            };
            /**
             * @description The user's message; absent when the agent opens or a button was pressed.
             * @default null
             */
            message?: components["schemas"]["TurnInput.Content"] | null;
            /**
             * @description Actions that the user asked for, by a button.
             * @default []
             */
            actions?: components["schemas"]["TurnInput.ActionRequest"][];
            /**
             * @description Versions of prompts that the caller demands: `{coach/get_to_know_you: 3}`. A pin holds only
             *     where its prompt is selected.
             * @default {}
             */
            pins?: {
                [key: string]: number;
            };
            /**
             * @description The label whose versions are used where no pin and no arm says otherwise.
             * @default null
             */
            label?: string | null;
            /**
             * @description Arms of experiments that the caller fixes, by experiment.
             * @default {}
             */
            arms?: {
                [key: string]: string;
            };
            /**
             * @description Who or what sticks to an arm: a user's or a session's id.
             * @default null
             */
            unit?: string | null;
            /**
             * @description The turn's id: new ids of this turn are made from it.
             * @default null
             */
            id?: string | null;
            /**
             * @description The time, RFC 3339. Proem has no clock of its own.
             * @default null
             */
            now?: string | null;
            /**
             * @description What the gate's calls answered, by call. A call without an answer takes its fallback.
             * @default {}
             */
            answers?: {
                [key: string]: unknown;
            };
            /**
             * @description Values over the agent's `config`, for this turn only.
             * @default {}
             */
            config?: {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    roles_list: {
        parameters: {
            query?: {
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Role"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewRole"];
            };
        };
        responses: {
            /** @description It was made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles_assembled: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RoleStep"];
            };
        };
        responses: {
            /** @description The call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles_log: {
        parameters: {
            query?: {
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_RoleMove"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles_prompt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptConfig"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RolePatch"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptConfig"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles_reset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RoleReset"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptConfig"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles_rollback: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptConfig"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roles_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id */
                id: string;
                /** @description The number */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromptConfig"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_list: {
        parameters: {
            query?: {
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Agent"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundAgent"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgent"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenAgent"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_activate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Activate"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_assembled: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Assemble"];
            };
        };
        responses: {
            /** @description The call, or what the gate says in its place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
                /** @description The case's name */
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayedCase"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_check: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Check"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Config"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_set_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConfig"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Config"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_diff: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Drafted"];
            };
        };
        responses: {
            /** @description What differs (`prompts`, `declared`), and what moved in `cases` and, where it was asked for, in the `matrix` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_flow: {
        parameters: {
            query?: {
                /** @description After how many days without a turn; 7 where it is left out. */
                quiet_days?: number;
            };
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `start`, `nodes` with stage, slots, tools and how many conversations have reached each, are here, went on and dropped out, `edges` with their conditions, `ended`, and `gone`: steps that the agent has no longer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_matrix: {
        parameters: {
            query?: {
                /** @description The state keys that vary, with commas between them; all of them where it is left out. */
                only?: string;
            };
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The axes, and a cell for each state: `from`, `state`, `status`, `reason`, `call`, `tokens` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_outline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outline"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description With `session`: a request that comes again with the same key gets the first reply */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Read"];
            };
        };
        responses: {
            /** @description `done` with the outcome, `call` with what is to be asked next, or `requires_action` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_rollback: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Change"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agents_versions: {
        parameters: {
            query?: {
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Its name */
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Agent"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_record: {
        parameters: {
            query?: {
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_AuditRecord"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `verdict` is `whole`, with `rows` and the `last` hash, or `broken`, with the `epoch` of the first row that is wrong, and `why` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    experiments_list: {
        parameters: {
            query?: {
                agent?: string;
                is_running?: boolean;
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Experiment"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    experiments_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewExperiment"];
            };
        };
        responses: {
            /** @description It was made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    experiments_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    experiments_results: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Results"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    experiments_stop: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StopExperiment"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    experiments_weights: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWeights"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_list: {
        parameters: {
            query?: {
                /** @description The conversation's UUID. */
                session?: string;
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Feedback"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_give: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeedback"];
            };
        };
        responses: {
            /** @description It was made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobs_list: {
        parameters: {
            query?: {
                /** @description `waiting`, `running` or `dead`. */
                status?: string;
                /** @description `webhook` or `background`. */
                kind?: string;
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Job"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobs_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobs_revive: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The job's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Revived"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keys_list: {
        parameters: {
            query?: {
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Key"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keys_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description It was made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keys_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentKey"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keys_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    labels_protected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Protected"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    labels_protect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The label */
                label: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    labels_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The label */
                label: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memories_list: {
        parameters: {
            query?: {
                /** @description `user`, `core`, `project` or `shared`; with `owner`. */
                scope?: string;
                owner?: string;
                /** @description The user whose data they are. */
                user?: string;
                kind?: string;
                category?: string;
                status?: string;
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Memory"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memories_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMemory"];
            };
        };
        responses: {
            /** @description It was made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memory"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memories_search: {
        parameters: {
            query: {
                /** @description Words, any of which is enough; `"words in quotes"` must be there, `-word` must not, `begin*` is a beginning. */
                q: string;
                /** @description `user` where it is left out. */
                scope?: string;
                owner: string;
                /** @description How many, at most 500; 50 where it is left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundMemories"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memories_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memory"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memories_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memories_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MemoryPatch"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memory"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prompts_list: {
        parameters: {
            query?: {
                agent?: string;
                prompt_type?: string;
                /** @description A phase; empty for prompts without one. */
                phase?: string;
                is_active?: boolean;
                label?: string;
                /** @description Words that stand in name, title, description or body. */
                q?: string;
                /** @description Leaves `body` and `source` out of the items. */
                brief?: boolean;
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Prompt"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prompts_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPrompt"];
            };
        };
        responses: {
            /** @description It was made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prompts_diff: {
        parameters: {
            query: {
                /** @description The UUID of the first version. */
                from: string;
                /** @description The UUID of the second version. */
                to: string;
                /** @description Whether all states of the agent are compared too. */
                matrix?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Difference"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    labels_moves: {
        parameters: {
            query: {
                agent: string;
                /** @description `type/phase`, or `type`. */
                name: string;
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Move"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prompts_rollback: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rollback"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prompts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The version's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prompts_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The version's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prompts_activate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The version's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Change"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prompts_deactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The version's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Change"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    labels_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The version's UUID */
                id: string;
                /** @description The label */
                label: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Change"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    labels_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The version's UUID */
                id: string;
                /** @description The label */
                label: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompt"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_list: {
        parameters: {
            query?: {
                agent?: string;
                user?: string;
                /**
                 * @description What somebody said: words that stand together in one message, `"words in quotes"` one behind the other,
                 *     `-word` that must not, `begin*` a beginning.
                 */
                q?: string;
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ListedSession"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Older conversations are still being indexed; ask again */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewSession"];
            };
        };
        responses: {
            /** @description It was made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SessionPatch"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    turns_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The conversation's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One JSON value to each line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": unknown;
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    turns_list: {
        parameters: {
            query?: {
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The conversation's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Turn"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    turns_say: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key gets the first reply */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The conversation's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewTurn"];
            };
        };
        responses: {
            /** @description What the turn came to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    turns_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The conversation's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    turns_get: {
        parameters: {
            query?: {
                /** @description `payload` adds what was sent, byte for byte. */
                include?: string;
            };
            header?: never;
            path: {
                /** @description The conversation's UUID */
                id: string;
                /** @description The turn's number */
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Turn"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    turns_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last event that the client has */
                "Last-Event-ID"?: string | null;
            };
            path: {
                /** @description The conversation's UUID */
                id: string;
                /** @description The turn's number */
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    turns_replayed: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The conversation's UUID */
                id: string;
                /** @description The turn's number */
                n: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Replay"];
            };
        };
        responses: {
            /** @description What moved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    turns_results: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key gets the first reply */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The conversation's UUID */
                id: string;
                /** @description The turn's number */
                n: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionResults"];
            };
        };
        responses: {
            /** @description What the turn came to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the application knows them */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the application knows them */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the application knows them */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhooks_list: {
        parameters: {
            query?: {
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Webhook"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhooks_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description It was made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhook"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhooks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhooks_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhooks_switch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook's UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Switched"];
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_list: {
        parameters: {
            query?: {
                /** @description How many items, at most 500; 50 where it is left out. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Workspace"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workspaces_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request that comes again with the same key has one effect and one reply */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkspace"];
            };
        };
        responses: {
            /** @description It was made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWorkspace"];
                };
            };
            /** @description The body cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It may not be done as things stand, or somebody else was faster */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is wrong with the request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key asks too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
