// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.
// biome-ignore-all lint: generated
export interface paths {
    "/v0/websets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it as one path segment. */
                id: components["parameters"]["WebsetId"];
            };
            cookie?: never;
        };
        /**
         * Get a Webset
         * @description Answers with one Webset, and with its items where they are asked for.
         */
        get: operations["getWebset"];
        put?: never;
        /**
         * Update a Webset
         * @description Changes the metadata or the title of one Webset and answers with the whole Webset as it is afterwards. Searches, enrichments and monitors cannot be changed here.
         *     It is not documented whether the `metadata` sent replaces the stored map or is merged into it. Read the Webset returned, and send the whole map if you depend on either.
         */
        post: operations["updateWebset"];
        /**
         * Delete a Webset
         * @description Deletes one Webset with all that it holds and answers with the Webset as it was.
         */
        delete: operations["deleteWebset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v0/websets/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it as one path segment. */
                id: components["parameters"]["WebsetId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a Webset
         * @description Stops the searches and enrichments of one Webset that still run, and answers with the Webset.
         */
        post: operations["cancelWebset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v0/websets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Websets
         * @description Answers with one page of the account's Websets.
         */
        get: operations["listWebsets"];
        put?: never;
        /**
         * Create a Webset
         * @description Creates a Webset and starts what it is to do: a search, enrichments, an import. The answer does not wait for any of them.
         */
        post: operations["createWebset"];
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
        /** @description The changes to make to a Webset. */
        UpdateWebset: {
            /** @description Your own key-value pairs, or null. Whether the map replaces the stored one or is merged into it is not documented. */
            metadata?: components["schemas"]["Metadata"] | null;
            /** @description The new title, or null. The documentation does not list this property; it was seen to work. */
            title?: string | null;
        };
        /** @description What to create. */
        CreateWebset: {
            search?: components["schemas"]["CreateSearch"];
            /** @description The imports and Websets whose items are brought into the new Webset. */
            import?: components["schemas"]["Source"][];
            /** @description What to look up for every item. */
            enrichments?: components["schemas"]["CreateEnrichment"][];
            /** @description The sources whose items are kept out of the Webset, whatever brings them. */
            exclude?: components["schemas"]["Source"][];
            /** @description An id of your own, by which the Webset can be asked for; no two Websets can have the same. */
            externalId?: string;
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description The first search of a new Webset. */
        CreateSearch: {
            /** @description What to search for, in plain language. Pages whose URLs it names are read, too. */
            query: string;
            /** @description How many results are wanted; there may be fewer. */
            count?: number;
            entity?: components["schemas"]["Entity"];
            /** @description What every result must fulfil. Without it the API works the criteria out from the query. */
            criteria?: components["schemas"]["CreateCriterion"][];
            /** @description Whether to estimate how many results exist on the web. */
            recall?: boolean;
            /** @description The sources whose items are not results. */
            exclude?: components["schemas"]["Source"][];
            /** @description The sources that the search is limited to, or starts from where a relationship is given. */
            scope?: components["schemas"]["Scope"][];
        };
        /** @description One condition for results. */
        CreateCriterion: {
            /** @description The condition, in plain language. */
            description: string;
        };
        /** @description One piece of information to look up for every item. */
        CreateEnrichment: {
            /** @description What to look up, in plain language. */
            description: string;
            /**
             * @description The shape of the answer. Without it the API chooses one by the description.
             * @enum {string}
             */
            format?: "date" | "email" | "number" | "options" | "phone" | "text" | "url";
            /** @description The answers to choose from, where `format` is `options`. */
            options?: components["schemas"]["EnrichmentOption"][];
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description Names an import or a Webset. */
        Source: {
            /**
             * @description The kind of thing that `id` names.
             * @enum {string}
             */
            source: "import" | "webset";
            /** @description The id of the import or Webset. */
            id: string;
        };
        /** @description Names an import or a Webset whose items a search is limited to or starts from. */
        Scope: {
            /**
             * @description The kind of thing that `id` names.
             * @enum {string}
             */
            source: "import" | "webset";
            /** @description The id of the import or Webset. */
            id: string;
            relationship?: components["schemas"]["ScopeRelationship"];
        };
        /** @description Your own key-value pairs, stored with the object. The API does not interpret them. */
        Metadata: {
            [key: string]: string;
        };
        /** @description Some of the account's Websets. */
        WebsetPage: {
            /** @description The Websets of this page. */
            data: components["schemas"]["Webset"][];
            /** @description Whether another page follows. */
            hasMore: boolean;
            /** @description What to send as `cursor` for the page that follows; null after the last. */
            nextCursor: string | null;
        };
        /** @description A collection of results, with the searches, imports, enrichments and monitors that feed it. */
        Webset: {
            /** @description The id that Exa assigned. */
            id: string;
            /**
             * @description Names the kind of object.
             * @constant
             */
            object: "webset";
            /**
             * @description What the Webset is doing as a whole.
             * @enum {string}
             */
            status: "idle" | "pending" | "running" | "paused";
            /** @description The id that you chose for the Webset, or null if you chose none. */
            externalId: string | null;
            /** @description The name for people; null until one was set or generated. */
            title: string | null;
            /** @description The searches that were run to fill the Webset. */
            searches: components["schemas"]["WebsetSearch"][];
            /** @description The data that was imported into the Webset. */
            imports: components["schemas"]["Import"][];
            /** @description What is looked up for every item. */
            enrichments: components["schemas"]["WebsetEnrichment"][];
            /** @description The schedules that keep the Webset up to date. */
            monitors: components["schemas"]["Monitor"][];
            /**
             * @deprecated
             * @description Shown by the documentation of 2025-07 and no longer sent.
             */
            streams?: unknown[];
            /** @description The sources whose results are kept out of the Webset. */
            excludes?: components["schemas"]["SourceReference"][];
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: uri
             * @description Where to see the Webset in the dashboard.
             */
            dashboardUrl?: string;
            /**
             * Format: date-time
             * @description When the Webset was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the Webset last changed.
             */
            updatedAt: string;
            /** @description What the Webset has found, where `get` was asked for it. */
            items?: components["schemas"]["WebsetItem"][];
        };
        /** @description One result of a Webset. */
        WebsetItem: {
            /** @description The item's id. */
            id: string;
            /**
             * @description Names the kind of object.
             * @constant
             */
            object: "webset_item";
            /**
             * @description What brought the item.
             * @enum {string}
             */
            source: "search" | "import";
            /** @description The id of the search or import that brought it. */
            sourceId: string;
            /** @description The Webset that the item belongs to. */
            websetId: string;
            properties: components["schemas"]["ItemProperties"];
            /** @description How the item fares with each criterion. */
            evaluations: components["schemas"]["ItemEvaluation"][];
            /** @description What was looked up for the item. */
            enrichments: components["schemas"]["EnrichmentResult"][] | null;
            /**
             * Format: date-time
             * @description When the item was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the item last changed.
             */
            updatedAt: string;
        };
        /** @description What the item is about, by the kind of entity. */
        ItemProperties: components["schemas"]["PersonItem"] | components["schemas"]["CompanyItem"] | components["schemas"]["ArticleItem"] | components["schemas"]["ResearchPaperItem"] | components["schemas"]["CustomItem"];
        /** @description A person. */
        PersonItem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "person";
            /**
             * Format: uri
             * @description The page that stands for it.
             */
            url: string;
            /** @description In short, what it is and why it is here. */
            description: string;
            person: components["schemas"]["Person"];
        };
        /** @description What is known of a person. */
        Person: {
            /** @description The name. */
            name: string;
            /** @description Where the person is. */
            location: string | null;
            /** @description What the person works as. */
            position: string | null;
            /** @description Where the person works. */
            company: components["schemas"]["Employer"] | null;
            /**
             * Format: uri
             * @description A picture of the person.
             */
            pictureUrl: string | null;
        };
        /** @description The company that a person works for. */
        Employer: {
            /** @description The company's name. */
            name: string;
            /** @description Where the person works there. */
            location: string | null;
        };
        /** @description A company. */
        CompanyItem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "company";
            /**
             * Format: uri
             * @description The page that stands for it.
             */
            url: string;
            /** @description In short, what it is and why it is here. */
            description: string;
            /** @description The page's text. */
            content: string | null;
            company: components["schemas"]["Company"];
        };
        /** @description What is known of a company. */
        Company: {
            /** @description The name. */
            name: string;
            /** @description Where its main office is. */
            location: string | null;
            /** @description How many people work there. */
            employees: number | null;
            /** @description Its line of business. */
            industry: string | null;
            /** @description In short, what it does. */
            about: string | null;
            /**
             * Format: uri
             * @description Its logo.
             */
            logoUrl: string | null;
        };
        /** @description An article. */
        ArticleItem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "article";
            /**
             * Format: uri
             * @description The page that stands for it.
             */
            url: string;
            /** @description In short, what it is and why it is here. */
            description: string;
            /** @description The page's text. */
            content: string | null;
            article: components["schemas"]["Publication"];
        };
        /** @description A research paper. */
        ResearchPaperItem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "research_paper";
            /**
             * Format: uri
             * @description The page that stands for it.
             */
            url: string;
            /** @description In short, what it is and why it is here. */
            description: string;
            /** @description The page's text. */
            content: string | null;
            researchPaper: components["schemas"]["Publication"];
        };
        /** @description Anything else. */
        CustomItem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "custom";
            /**
             * Format: uri
             * @description The page that stands for it.
             */
            url: string;
            /** @description In short, what it is and why it is here. */
            description: string;
            /** @description The page's text. */
            content: string | null;
            custom: components["schemas"]["Publication"];
        };
        /** @description What is known of a page or paper. */
        Publication: {
            /** @description The title. */
            title: string | null;
            /** @description Who wrote it. */
            author: string | null;
            /** @description When it was published, in no format that is promised. */
            publishedAt: string | null;
        };
        /** @description How an item fares with one criterion. */
        ItemEvaluation: {
            /** @description The criterion, in plain language. */
            criterion: string;
            /** @description Why it was judged so. */
            reasoning: string;
            /**
             * @description Whether the item fulfils it.
             * @enum {string}
             */
            satisfied: "yes" | "no" | "unclear";
            /** @description What the judgement rests on. */
            references?: components["schemas"]["Reference"][];
        };
        /** @description A page that something rests on. */
        Reference: {
            /** @description The page's title. */
            title: string | null;
            /** @description The passage that matters. */
            snippet: string | null;
            /**
             * Format: uri
             * @description Where the page is.
             */
            url: string;
        };
        /** @description What was looked up for an item. */
        EnrichmentResult: {
            /**
             * @description Names the kind of object.
             * @constant
             */
            object: "enrichment_result";
            /**
             * @description How far the look-up has come.
             * @enum {string}
             */
            status: "pending" | "completed" | "canceled";
            /**
             * @description The shape of the answer.
             * @enum {string}
             */
            format: "date" | "email" | "number" | "options" | "phone" | "text" | "url";
            /** @description The answer; null while there is none. */
            result: string[] | null;
            /** @description How the answer came about. */
            reasoning: string | null;
            /** @description What the answer rests on. */
            references: components["schemas"]["Reference"][];
            /** @description The enrichment that asked for it. */
            enrichmentId: string;
        };
        /** @description Points at an import or at another Webset. */
        SourceReference: {
            /**
             * @description The kind of thing that `id` names.
             * @enum {string}
             */
            source: "import" | "webset";
            /** @description The id of the import or Webset. */
            id: string;
        };
        /** @description Points at an import or at another Webset whose items a search is limited to or starts from. */
        ScopeReference: {
            /**
             * @description The kind of thing that `id` names.
             * @enum {string}
             */
            source: "import" | "webset";
            /** @description The id of the import or Webset. */
            id: string;
            relationship?: components["schemas"]["ScopeRelationship"];
        };
        /** @description Makes the search look for things that are related to the items, in place of the items themselves. */
        ScopeRelationship: {
            /** @description How a result must be related to an item, for example "investors of". */
            definition: string;
            /** @description How many related results to look for, for each item. */
            limit: number;
        };
        /** @description What kind of thing a search, an import or a monitor is about. */
        Entity: components["schemas"]["CompanyEntity"] | components["schemas"]["PersonEntity"] | components["schemas"]["ArticleEntity"] | components["schemas"]["ResearchPaperEntity"] | components["schemas"]["CustomEntity"];
        /** @description Companies. */
        CompanyEntity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "company";
        };
        /** @description People. */
        PersonEntity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "person";
        };
        /** @description Articles. */
        ArticleEntity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "article";
        };
        /** @description Research papers. */
        ResearchPaperEntity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "research_paper";
        };
        /** @description Anything else, in your own words. */
        CustomEntity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "custom";
            /** @description What a result is, for example "job openings". */
            description: string;
        };
        /** @description One search that fills the Webset. */
        WebsetSearch: {
            /** @description The search's id. */
            id: string;
            /**
             * @description Names the kind of object.
             * @constant
             */
            object: "webset_search";
            /** @description The Webset that the search belongs to. */
            websetId?: string;
            /**
             * @description How far the search has come.
             * @enum {string}
             */
            status: "created" | "pending" | "running" | "completed" | "canceled";
            /** @description What is searched for, in plain language. */
            query: string;
            /** @description What kind of thing is searched for; null until it is known. */
            entity: components["schemas"]["Entity"] | null;
            /** @description What a result must fulfil; empty until the search has worked it out. */
            criteria: components["schemas"]["SearchCriterion"][];
            /** @description How many results are wanted. */
            count: number;
            /**
             * @description Whether results take the place of the items already there or are added to them.
             * @enum {string}
             */
            behavior: "override" | "append";
            /** @description The sources whose results this search leaves out. */
            exclude: components["schemas"]["SourceReference"][];
            /** @description The sources that this search is limited to; empty for the whole web. */
            scope?: components["schemas"]["ScopeReference"][];
            progress: components["schemas"]["SearchProgress"];
            /** @description An estimate of how many results exist; null while there is none. */
            recall: components["schemas"]["SearchRecall"] | null;
            metadata: components["schemas"]["Metadata"];
            /** @description How many people of one company may be among the results; null for no limit. */
            maxPeoplePerCompany?: number | null;
            /**
             * Format: date-time
             * @description When the search was canceled; null if it was not.
             */
            canceledAt: string | null;
            /**
             * @description Why the search was canceled; null if it was not.
             * @enum {string|null}
             */
            canceledReason: "webset_deleted" | "webset_canceled" | null;
            /**
             * Format: date-time
             * @description When the search was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the search last changed.
             */
            updatedAt: string;
        };
        /** @description One condition that results are checked against. */
        SearchCriterion: {
            /** @description The condition, in plain language. */
            description: string;
            /** @description The percentage of analyzed results that fulfil it. */
            successRate: number;
        };
        /** @description How far a search has come. */
        SearchProgress: {
            /** @description How many results fulfil all criteria so far. */
            found: number;
            /** @description How many results were checked so far. */
            analyzed: number;
            /** @description How much of the search is done, in percent. */
            completion: number;
            /** @description The estimated time left, in seconds; null where unknown. */
            timeLeft: number | null;
        };
        /** @description An estimate of how many results exist on the web, found or not. */
        SearchRecall: {
            expected: components["schemas"]["ExpectedResults"];
            /** @description How the estimate came about. */
            reasoning: string;
        };
        /** @description The estimate itself. */
        ExpectedResults: {
            /** @description The most likely number of results. */
            total: number;
            /**
             * @description How sure the estimate is.
             * @enum {string}
             */
            confidence: "high" | "medium" | "low";
            bounds: components["schemas"]["ExpectedBounds"];
        };
        /** @description The range that the number of results is expected to be in. */
        ExpectedBounds: {
            /** @description The lower end. */
            min: number;
            /** @description The upper end. */
            max: number;
        };
        /** @description Data brought into the Webset from outside. */
        Import: {
            /** @description The import's id. */
            id: string;
            /**
             * @description Names the kind of object.
             * @constant
             */
            object: "import";
            /**
             * @description How far the import has come.
             * @enum {string}
             */
            status: "pending" | "processing" | "completed" | "failed";
            /**
             * @description What the data was imported from.
             * @enum {string}
             */
            format: "csv" | "webset";
            /** @description What kind of thing a row is; null until it is known. */
            entity: components["schemas"]["Entity"] | null;
            /** @description The import's name for people. */
            title: string;
            /** @description How many entities the import holds. */
            count: number;
            metadata: components["schemas"]["Metadata"];
            /**
             * @description Why the import failed, for programs; null if it did not.
             * @enum {string|null}
             */
            failedReason: "invalid_format" | "invalid_file_content" | "missing_identifier" | null;
            /**
             * Format: date-time
             * @description When the import failed; null if it did not.
             */
            failedAt: string | null;
            /** @description Why the import failed, for people; null if it did not. */
            failedMessage: string | null;
            /**
             * Format: date-time
             * @description When the import was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the import last changed.
             */
            updatedAt: string;
        };
        /** @description One piece of information that is looked up for every item. */
        WebsetEnrichment: {
            /** @description The enrichment's id. */
            id: string;
            /**
             * @description Names the kind of object.
             * @constant
             */
            object: "webset_enrichment";
            /**
             * @description How far the enrichment has come.
             * @enum {string}
             */
            status: "pending" | "canceled" | "completed";
            /** @description The Webset that the enrichment belongs to. */
            websetId: string;
            /** @description The name for people; null until one was set or generated. */
            title: string | null;
            /** @description What to look up, in plain language. */
            description: string;
            /**
             * @description The shape of the answer; null until one was set or chosen.
             * @enum {string|null}
             */
            format: "text" | "date" | "number" | "options" | "email" | "phone" | "url" | null;
            /** @description The answers to choose from; null unless `format` is `options`. */
            options: components["schemas"]["EnrichmentOption"][] | null;
            /** @description How to look it up, in the vendor's own wording; null while there is none. */
            instructions: string | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When the enrichment was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the enrichment last changed.
             */
            updatedAt: string;
        };
        /** @description One of the answers to choose from. */
        EnrichmentOption: {
            /** @description The answer's text. */
            label: string;
        };
        /** @description A schedule on which the Webset is searched again. */
        Monitor: {
            /** @description The monitor's id. */
            id: string;
            /**
             * @description Names the kind of object.
             * @constant
             */
            object: "monitor";
            /**
             * @description Whether the monitor runs.
             * @enum {string}
             */
            status: "enabled" | "disabled";
            /** @description The Webset that the monitor belongs to. */
            websetId: string;
            cadence: components["schemas"]["MonitorCadence"];
            behavior: components["schemas"]["MonitorBehavior"];
            /** @description The latest run; null before the first. */
            lastRun: components["schemas"]["MonitorRun"] | null;
            /**
             * Format: date-time
             * @description When the next run is due; null if none is.
             */
            nextRunAt: string | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When the monitor was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the monitor last changed.
             */
            updatedAt: string;
        };
        /** @description When a monitor runs. */
        MonitorCadence: {
            /** @description A Unix cron expression of five fields that is due at most once a day. */
            cron: string;
            /** @description The IANA name of the time zone that `cron` is read in. */
            timezone?: string;
        };
        /** @description What a monitor does when it runs. */
        MonitorBehavior: {
            /**
             * @description The monitor searches.
             * @constant
             */
            type: "search";
            config: components["schemas"]["MonitorSearchConfig"];
        };
        /** @description The search that a monitor runs. */
        MonitorSearchConfig: {
            /** @description What is searched for, in plain language. */
            query?: string;
            /** @description What a result must fulfil. */
            criteria?: components["schemas"]["MonitorCriterion"][];
            entity?: components["schemas"]["Entity"];
            /** @description How many results are wanted at most. */
            count: number;
            /**
             * @description Whether results take the place of the items already there or are added to them.
             * @enum {string}
             */
            behavior?: "override" | "append";
        };
        /** @description One condition that results of a monitor are checked against. */
        MonitorCriterion: {
            /** @description The condition, in plain language. */
            description: string;
        };
        /** @description One run of a monitor. */
        MonitorRun: {
            /** @description The run's id. */
            id: string;
            /**
             * @description Names the kind of object.
             * @constant
             */
            object: "monitor_run";
            /**
             * @description How far the run has come.
             * @enum {string}
             */
            status: "created" | "running" | "completed" | "canceled" | "failed";
            /** @description The monitor that the run belongs to. */
            monitorId: string;
            /**
             * @description Whether the run looks for new items or refreshes those already there.
             * @enum {string}
             */
            type: "search" | "refresh";
            /**
             * Format: date-time
             * @description When the run completed; null if it has not.
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When the run failed; null if it did not.
             */
            failedAt: string | null;
            /** @description Why the run failed; null if it did not. */
            failedReason: string | null;
            /**
             * Format: date-time
             * @description When the run was canceled; null if it was not.
             */
            canceledAt: string | null;
            /**
             * Format: date-time
             * @description When the run was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the run last changed.
             */
            updatedAt: string;
        };
        /** @description Why a call was refused or failed. */
        Error: {
            /** @description The reason for people. Some answers put only the status's name here and the reason in `message`. */
            error: string;
            /** @description The reason in more detail. */
            message?: string;
            /** @description The reason for programs, for example `INVALID_API_KEY`. New tags may appear at any time. */
            tag?: string;
            /** @description Names the call; quote it to the vendor's support. */
            requestId?: string;
            /** @description The path that was called. */
            path?: string;
            /** @description When the call was refused. */
            timestamp?: string;
            /** @description The HTTP status once more. */
            statusCode?: number;
        };
    };
    responses: {
        /** @description The Webset as it is after the call; a deleted one as it was. */
        WebsetChanged: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Webset"];
            };
        };
        /** @description The Webset, with its items where they were asked for. */
        WebsetFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Webset"];
            };
        };
        /** @description One page of Websets. */
        WebsetsListed: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebsetPage"];
            };
        };
        /** @description The Webset that was created. Its search has hardly begun. */
        WebsetCreated: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Webset"];
            };
        };
        /** @description The call was not understood. A bad API key gets this status, too. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The API key is missing or invalid. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The account has no credits left. */
        PaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The API key may not do this. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no Webset of this id or externalId. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The call contradicts something that exists, for example another Webset's externalId. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The call was understood and cannot be carried out. */
        UnprocessableContent: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many calls in a short time. Wait and try again. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The API failed. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something in front of the API got no proper answer from it. */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The API is down or overloaded for now. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something in front of the API got no answer in time. */
        GatewayTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it as one path segment. */
        WebsetId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Names the call; quote it to the vendor's support.
         * @example 5d33e4235eb5b3a05b7e4cb192548d2f
         */
        XRequestId: string;
        /**
         * @description How many calls the current window allows.
         * @example 100
         */
        XRateLimitLimit: number;
        /**
         * @description How many calls are left in the current window.
         * @example 98
         */
        XRateLimitRemaining: number;
        /**
         * @description When the current window ends, in seconds since 1970-01-01T00:00:00Z.
         * @example 1763858949
         */
        XRateLimitReset: number;
        /**
         * @description How many calls the current window allows.
         * @example 100
         */
        RateLimitLimit: number;
        /**
         * @description How many calls are left in the current window.
         * @example 98
         */
        RateLimitRemaining: number;
        /**
         * @description When the current window ends, in seconds from now.
         * @example 12
         */
        RateLimitReset: number;
        /**
         * @description The limits that apply, such as `100;w=60` for 100 calls in 60 seconds.
         * @example 100;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description How long to wait before trying again: a number of seconds or an HTTP date (RFC 9110, section 10.2.3).
         * @example 12
         */
        RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getWebset: {
        parameters: {
            query?: {
                /** @description What else the answer is to hold. `items` adds what the Webset has found. */
                expand?: "items"[];
            };
            header?: never;
            path: {
                /** @description The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it as one path segment. */
                id: components["parameters"]["WebsetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebsetFound"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    updateWebset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it as one path segment. */
                id: components["parameters"]["WebsetId"];
            };
            cookie?: never;
        };
        /** @description What to change. A property that is left out stays as it is. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebset"];
            };
        };
        responses: {
            200: components["responses"]["WebsetChanged"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    deleteWebset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it as one path segment. */
                id: components["parameters"]["WebsetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebsetChanged"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    cancelWebset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it as one path segment. */
                id: components["parameters"]["WebsetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebsetChanged"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listWebsets: {
        parameters: {
            query?: {
                /**
                 * @description Where the page begins, the `nextCursor` of the page before. Without it the first page is meant.
                 * @example eyJvZmZzZXQiOjI1fQ
                 */
                cursor?: string;
                /**
                 * @description How many Websets the page may hold.
                 * @example 10
                 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebsetsListed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    createWebset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the Webset is to hold and to do. All of it is optional. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebset"];
            };
        };
        responses: {
            201: components["responses"]["WebsetCreated"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
