"""The interview as HL7 FHIR R4: a Questionnaire, and a finished check as QuestionnaireResponse.

`response` and what it imports travel to the browser; `questionnaire`, `enabling` and `default_names`
do not. So nothing is imported here.
"""
