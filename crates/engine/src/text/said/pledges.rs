//! The standard promises of seven languages, as regular expressions over normal text.
//!
//! Owns the list: discounts, what is free of charge, guarantees, refunds, and deadlines. It is meant as
//! a beginning, and leaves out what is said harmlessly more often than not. It must never know a
//! product.

/// What is promised, and how it is said: regular expressions, any of which is enough.
pub(super) const PLEDGES: &[(&str, &[&str])] = &[
    (
        "a discount",
        &[
            r"\d+ ?(?:%|percent|per cent)[ -](?:discount|off|cheaper|reduction)\b",
            r"\b(?:a|your|special|extra|big) discount\b",
            r"\bhalf price\b",
            r"\d+ ?(?:%|prozent) (?:rabatt|nachlass|günstiger|billiger)\b",
            r"\b(?:einen|ihren|extra) (?:rabatt|nachlass)\b",
            r"\bzum halben preis\b",
            r"\d+ ?(?:%|pour cent) (?:de )?(?:remise|réduction|rabais)\b",
            r"\bune (?:remise|réduction)\b",
            r"\bmoitié prix\b",
            r"\d+ ?(?:%|por ciento) (?:de )?(?:descuento|rebaja)\b",
            r"\bun descuento\b",
            r"\bmitad de precio\b",
            r"\d+ ?(?:%|per cento) (?:di )?sconto\b",
            r"\buno sconto\b",
            r"\bmetà prezzo\b",
            r"\d+ ?(?:%|por cento) (?:de )?desconto\b",
            r"\bum desconto\b",
            r"\bmetade do preço\b",
            r"\d+ ?(?:%|procent) korting\b",
            r"\been korting\b",
            r"\bhalve prijs\b",
        ],
    ),
    (
        "something free of charge",
        &[
            r"\bfree of charge\b|\bfor free\b|\bat no (?:extra )?cost\b|\bfree (?:month|months|year|trial|upgrade|shipping|delivery)\b|\bcosts? (?:you )?nothing\b",
            r"\bkostenlos\w*\b|\bkostenfrei\w*\b|\bgratis\b|\bumsonst\b|\bohne aufpreis\b",
            r"\bgratuit(?:e|s|es|ement)?\b|\bsans frais\b",
            r"\bgratuit[oa]s?\b|\bsin (?:coste|costo|cargo)\b",
            r"\bgratuitamente\b|\bsenza costi\b",
            r"\bde graça\b|\bgrátis\b|\bsem custos?\b",
            r"\bkosteloos\b|\bzonder kosten\b",
        ],
    ),
    (
        "a guarantee",
        &[
            r"\bguarantee(?:s|d)?\b|\bwe promise\b|\bi promise\b",
            r"\bgarantier(?:en|e|t)\b|\bgarantie\b|\bversprech(?:en|e)\b",
            r"\bgaranti(?:e|es|ssons|r|t)?\b|\bnous promettons\b",
            r"\bgarantiza(?:mos|do|r)?\b|\bgarantizo\b|\bgarantía\b",
            r"\bgaranti(?:amo|sco|to|ta|re)\b|\bgaranzia\b",
            r"\bgarant(?:imos|o|ido|ir|ia)\b",
            r"\bgarander(?:en|t)\b|\bgegarandeerd\b|\bbeloven\b",
        ],
    ),
    (
        "a refund",
        &[
            r"\brefund(?:s|ed)?\b|\bmoney[ -]back\b|\bget your money back\b",
            r"\bgeld[ -]zurück\w*\b|\bgeld zurück\b|\b(?:rück)?erstatt(?:en|et|ung)\b",
            r"\brembours(?:er|é|ée|ement|ons)\b",
            r"\breembols(?:o|ar|amos|ado)\b|\bdevolución del dinero\b",
            r"\brimbors(?:o|are|iamo|ato)\b",
            r"\breembols(?:ar|amos)\b|\bdinheiro de volta\b",
            r"\bterugbetal(?:en|ing)\b|\bgeld terug\b",
        ],
    ),
    (
        "a deadline",
        &[
            r"\bwithin (?:the )?(?:next )?(?:\d+|an?|one|two|three|four|five|ten|24|48) (?:minutes?|hours?|(?:working |business )?days?|weeks?|months?)\b",
            r"\bby (?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the end of)\b",
            r"\binnerhalb (?:von )?(?:\d+|einer|eines|zwei|drei) (?:minuten?|stunden?|(?:werk)?tage?n?s?|wochen?)\b|\bbis (?:heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|ende)\b",
            r"\bsous (?:\d+|un|une|deux|trois) (?:minutes?|heures?|jours?|semaines?)\b|\bd'ici (?:demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la fin)\b",
            r"\ben menos de (?:\d+|un|una) (?:minutos?|horas?|días?|semanas?)\b|\bantes de(?:l)? (?:mañana|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
            r"\bentro (?:\d+|un|una|due|domani|lunedì|martedì|mercoledì|giovedì|venerdì) ?(?:minuti?|or[ae]|giorn[oi]|settiman[ae])?\b",
            r"\bem até (?:\d+|um|uma) (?:minutos?|horas?|dias?|semanas?)\b|\baté amanhã\b",
            r"\bbinnen (?:\d+|een|twee|drie) (?:minuten?|uur|(?:werk)?dag(?:en)?|weken?)\b",
        ],
    ),
];

/// Words that turn a promise into none.
pub(super) const DENIALS: &[&str] = &[
    "no", "not", "never", "cannot", "can't", "won't", "don't", "doesn't", "isn't", "aren't",
    "without", "nothing", "neither", "nor", "unable", "couldn't", "wouldn't", "nicht", "kein",
    "keine", "keinen", "keiner", "nie", "ohne", "pas", "aucun", "aucune", "jamais", "ni", "sans",
    "nunca", "sin", "ningún", "ninguna", "non", "nessun", "nessuna", "mai", "senza", "não",
    "nenhum", "nenhuma", "sem", "niet", "geen", "nooit", "zonder",
];
