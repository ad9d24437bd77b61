"""Conditions, drugs and care, as patterns over folded lower-case text. General knowledge; add to them freely.

One pattern a term, separated by white space; `_` stands for a space inside one. Each begins with three plain letters (or
with a whole shorter word), by which the recognizer finds where to try it.
"""

from __future__ import annotations

from typing import Final

#: What a person has, by its name. A tail names the kind or the place: "de type 2", "du sein", "of the liver".
_NAMED: Final = r"""
    cancers? breast_cancer lung_cancer skin_cancer colon_cancer prostate_cancer ovarian_cancer cervical_cancer
    brain_(?:tumou?r|cancer) liver_cancer kidney_cancer tumeurs? tumors? tumours? leucemie leukemia leukaemia
    lymphomes? lymphomas? melanom[ea]s? metastases? diabetes? diabetes hypertension
    maladies?_(?:de_|d')?(?:crohn|parkinson|alzheimer|lyme|coe?liaque|cardiaque|rare|mentale)
    crohn(?:'?s(?:_disease)?)? parkinson(?:'?s(?:_disease)?)? alzheimer(?:'?s(?:_disease)?)? celiac_disease
    lyme_disease kidney_(?:disease|failure|stones?) heart_(?:disease|failure|attack) liver_(?:disease|failure)
    lung_disease asthme asthma mpoc copd bronchite bronchitis pneumonie pneumonia epileps(?:ie|y) migraines?
    depressions? anxiete anxiety tdah adhd tda autism[e]? schizophreni[ea] bipolarite bipolar_disorder
    trouble_(?:bipolaire|anxieux|alimentaire|de_la_personnalite|panique|du_spectre_de_l'autisme) anorexi[ea] boulimie
    bulimia burn-?_?out psychose psychosis tspt ptsd toc ocd demence dementia vih hiv sida aids
    hepatit(?:e|is)(?:_[abc])? cirrhos(?:e|is) chlamydia gonorrhee gonorrhea syphilis herpes itss sti std
    endometrios(?:e|is) fibromes? fibroids? fibromyalgi[ea] arthrit(?:e|is) arthros(?:e|is) osteoporos[ei]s?
    sclerose_en_plaques? multiple_sclerosis sla_als lupus psoriasis eczema hypothyroidie hypothyroidism hyperthyroidie
    hyperthyroidism insuffisance_(?:renale|cardiaque|respiratoire) renal_failure infarctus crise_cardiaque avc stroke
    anevrisme aneurysm arythmie fibrillation(?:_auriculaire)? atrial_fibrillation cholesterol anemie anemia hemophilie
    hemophilia fausse_couche miscarriage avortement abortion ivg grossesse(?:_a_risque)? pregnancy infertilite
    infertility menopause apnee(?:_du_sommeil)? sleep_apnea glaucome glaucoma cataractes? cataracts? surdite dyslexie
    trisomie down_syndrome syndrome_(?:de_)?[a-z-]+ fractures?(?:_(?:de_la|du|de_l')_?[a-z]+)? hernies?(?:_discales?)?
    hernia commotion_cerebrale concussion alcoolisme alcoholism toxicomanie dependance_(?:a|aux)_[a-z']+ addiction
    covid(?:-?19)? tuberculose tuberculosis zona shingles fistule calculs_renaux colite colitis ulceres? ulcers?
    pancreatite pancreatitis appendicite appendicitis cystite endometrite prostatite prostatitis idees_suicidaires
    suicidal_thoughts tentative_de_suicide suicide_attempt paralysie paralysis paraplegie lesion[s]?_(?:au|a)_[a-z]+
    allergie[s]?_(?:aux?|a)_[a-z']+
    trouble[s]?_(?:de_sante_mentale|cardiaques?|du_sommeil|deficitaire(?:_de_l'attention)?)
    problemes?_(?:de_(?:coe?ur|reins?|foie|sante_mentale|dos|thyroide|consommation)|cardiaques?|respiratoires?|renaux|psychiatriques?)
    heart_(?:conditions?|problems?|issues?) kidney_(?:problems?|issues?) liver_problems? lung_problems?
    thyroid_problems? mental_(?:illness|health_(?:conditions?|problems?|issues?))
    malformations?(?:_(?:cardiaques?|congenitales?))? accident_vasculaire_cerebral herniated_disc type_[12]_diabetes
    gestational_diabetes commotion sclerose_laterale_amyotrophique dmla macular_degeneration cerebral_palsy
    paralysie_cerebrale fibrose_kystique cystic_fibrosis spina_bifida embolie phlebite blood_clots? sepsis meningite
    meningitis encephalite scoliose scoliosis sarcome sarcoma myelome myeloma bpd borderline tsa tpl anemie_falciforme
    perte_auditive hearing_loss bronchiolit(?:e|is) osteoarthrit(?:e|is) sinusit(?:e|is)
    gastrit(?:e|is) dermatit(?:e|is) otit(?:e|is) phlebitis diverticulit(?:e|is) nephrit(?:e|is) myocardit(?:e|is)
    pericardit(?:e|is) endocardit(?:e|is) encephalitis vasculitis uveit(?:e|is) spondylarthrite ankylosing_spondylitis
    cardiomyopath(?:ie|y) myopath(?:ie|y) neuralgia stenos(?:e|is) carcinom(?:e|a) adenom(?:e|a) glioblastom(?:e|a)
    gliom(?:e|a) oe?deme edema gangrene lumbago entorse capsulite plantar_fasciitis canal_carpien carpal_tunnel(?:_syndrome)?
    acid_reflux colon_irritable irritable_bowel(?:_syndrome)? urticaire stress_post-traumatique
    choc_post-traumatique crises?_(?:de_panique|d'angoisse|d'epilepsie) panic_attacks? seizures? convulsions
    douleurs?_chroniques? chronic_pain obesite obesity pertes?_de_memoire memory_loss heart_defects? birth_defects?
    congenital_[a-z]+ vertiges? vertigo acouphenes tinnitus sciatique sciatica tendinite tendinitis bursite bursitis
    insomnie insomnia narcolepsie narcolepsy retinopathie neuropathie neuropathy nephropathie incontinence sopk pcos
    dysphasie dyspraxie deficience_intellectuelle intellectual_disability mononucleose rougeole measles varicelle
    chickenpox coqueluche scabies septicemie preeclampsie preeclampsia hemorroides hemorrhoids rectocolite polypes?
    polyps? kystes? cysts? goitre thrombose thrombosis souffle_au_coe?ur heart_murmur tachycardie tachycardia emphyseme
    emphysema silicose mesotheliome amiantose asbestosis sarcoidose vitiligo alopecie alopecia pelade
    decollement_de_la_retine keratocone myasthenie huntington(?:'s)? tourette(?:'s)? asperger(?:'s)? guillain-barre
    nevralgie long_covid covid_longue trouble_de_la_personnalite_limite hypoglycemie hypoglycemia hyperglycemie
    insuffisance_hepatique liver_cirrhosis broken_(?:hip|arm|leg|wrist|ankle|shoulder|back|nose|ribs?)
    fractured_(?:hip|arm|leg|wrist|ankle|shoulder|ribs?) amyotrophie dystrophies?_[a-z]+ muscular_dystrophy ataxie
    ataxia dystonie dystonia tremblements_essentiels essential_tremor paralysie_(?:faciale|de_bell) bell's_palsy
    hemiplegie hemiplegia quadriplegie quadriplegia tetraplegie aphasie aphasia hydrocephalie hydrocephalus
    microcephalie fentes?_(?:labio-?_?palatine|labiale|palatine)s? cleft_(?:lip(?:_and_(?:cleft_)?palate)?|palate) pied_bot
    clubfoot (?:oral_)?thrush(?!es)
    dechirures?_(?:ligamentaires?|musculaires?|du_menisque|de_la_coiffe)
    torn_(?:acl|meniscus|ligaments?|rotator_cuff|tendon) rotator_cuff coiffe_des_rotateurs cyphose osteopenie
    osteopenia goutte gout high_blood_pressure haute_(?:pression|tension) hypotension angine angina
    maladies?_[a-z]+aires? coronary_artery_disease valvulopathie insuffisances?_[a-z]+ phlebites? ischemie ischemia
    mini-?avc caillots?(?:_de_sang|_sanguins?)? aneurysms? embolies?_pulmonaires? pulmonary_embolism pneumothorax
    fibroses?_[a-z]+ (?:pulmonary|lung)_fibrosis pleuresie pleurisy grippe influenza rgo gerd gastro-?enterite
    gastroenteritis gastroparesie gastroparesis steatose fatty_liver cholecystit(?:e|is) lithiases? calculs_[a-z]+
    pierres?_(?:aux?|a_la)_(?:reins?|foie|vesicule) gallstones? kidney_stones? bladder_stones? diverticulose
    diverticulosis fissures?_anales? diarrhees?_chroniques? ibs ibd maladie_inflammatoire_de_l'intestin
    intolerances?_(?:au|aux|a)_[a-z']+ (?:lactose|gluten)_intolerance food_allerg(?:y|ies) peanut_allergy nut_allergy
    maladie_(?:de_|d'|du_)(?:lou_gehrig|charcot-marie-tooth|addison|graves|basedow|hashimoto|kawasaki|meniere|paget|wilson|fabry|gaucher|pompe|huntington|hodgkin|raynaud|cushing|behcet|dupuytren|peyronie|charcot|steinert|castleman|hirschsprung|verneuil|whipple|creutzfeldt|von_willebrand|horton|takayasu|scheuermann|coe?ur|foie|rein|la_peau)
    degenerescence_[a-z]+ sclerose_en_plaque
    maladies?_(?:auto-?immunes?|chroniques?|degeneratives?|genetiques?|hereditaires?|orphelines?|pulmonaires?|renales?|hepatiques?|neurologiques?|inflammatoires?|transmises?_sexuellement|thyroidiennes?)
    (?:addison|graves|hashimoto|kawasaki|meniere|paget|wilson|fabry|gaucher|pompe|huntington|hodgkin|kahler|lou_gehrig|raynaud|cushing|behcet|dupuytren|peyronie|scheuermann|charcot|lewy_body|autoimmune|coeliac|inflammatory_bowel|coronary|gum|bone|eye|blood|thyroid|lung|genetic|rare|chronic|mental|terminal|degenerative_disc|parkinson|motor_neurone?|gallbladder|stomach|bowel|skin|vascular)'?s?_(?:disease|illness)
    infections?_(?:urinaires?|pulmonaires?|vaginales?|fongiques?|nosocomiales?|bacteriennes?|transmises?_sexuellement|aux?_[a-z]+|a_la_[a-z]+|de_la_[a-z]+|du_[a-z]+|dans_le_sang)
    (?:urinary_tract|urinary|kidney|bladder|ear|sinus|lung|chest|blood|skin|yeast|throat|eye|bone|staph|wound|fungal|bacterial)_infections?
    uti proteinurie dysfonction_erectile erectile_dysfunction impuissance impotence vaginisme vulvodynie prolapsus
    prolapse grossesse_ectopique ectopic_pregnancy stillbirth thyroide_(?:lente|paresseuse) prediabetes? pre-?diabetes
    hypercholesterolemie dyslipidemie high_cholesterol hemochromatose hemochromatosis thalassemi(?:e|a) drepanocytose
    leucopenie neutropeni(?:e|a) thrombocytopeni(?:e|a) polycythemi(?:e|a) myelodysplasie myelofibrose
    trouble[s]?_(?:de_langage|de_l'humeur|de_l'adaptation|de_l'opposition|de_l'attachement|du_langage|du_comportement|d'apprentissage|de_l'apprentissage|d'anxiete|d'usage_(?:d(?:e_l'|e_la_|e_|u_|es_|'))?[a-z]+|lies?_(?:a_l'|aux?_)(?:usage_[a-z']+_)?[a-z]+|de_(?:la_)?coordination|de_(?:la_)?coagulation|du_rythme(?:_cardiaque)?|dysphasiques?|de_la_vue|de_la_vision|de_la_parole|de_memoire|de_stress_[a-z-]+|obsessionnels?(?:-?_?compulsifs?)?|delirants?|schizo-?affectifs?|depressifs?|envahissants?(?:_du_developpement)?|neurocognitifs?|moteurs?|dissociatifs?|mentaux|psychotiques?|hormonaux|digestifs?|autistiques?|neurologiques?|musculo-?squelettiques?|bipolaires?)
    (?:anxiety|panic|eating|mood|personality|sleep|attachment|learning|language|conduct|adjustment|depressive|neurological|autoimmune|auto-immune|genetic|seizure|bleeding|blood|substance_use|alcohol_use|opioid_use|movement|developmental|schizoaffective|dissociative|obsessive-?_?compulsive|attention_deficit|bipolar|mental|mental_health|autism_spectrum|borderline_personality|post-?traumatic_stress|generali[sz]ed_anxiety|major_depressive|thyroid|skin|digestive|speech|hearing)_disorders?
    phobie_sociale social_(?:phobia|anxiety) agoraphobi(?:e|a) claustrophobi(?:e|a) hallucinations paranoi(?:a|e)
    dysthymi(?:e|a) automutilation self-?_?harm mania drug_(?:addiction|problem) drinking_problem
    probleme_d'(?:alcool|drogue) (?:surdose|overdose)s?(?:_(?:de|of|d'|on)_?[a-z]+)? deficit_d'attention attention_deficit
    hyperactivit(?:e|y)
    epuisement_professionnel nervous_breakdown als lou_gehrig nevrite_optique optic_neuritis meningiom(?:e|a)
    polio(?:myelite|myelitis)? traumatismes?_craniens? traumatic_brain_injur(?:y|ies)
    brain_(?:injury|aneurysm|bleed|tumou?rs?) corps_de_lewy encephalomyelite encephalomyelitis fatigue_chronique
    chronic_fatigue jambes_sans_repos restless_legs? retinite retinitis strabisme strabismus amblyopie cecite
    blindness (?:basse|baisse_de)_vision low_vision retinal_detachment detached_retina diabetic_retinopathy
    presbyacousie deafness acne rosacee rosacea hidradenite hidradenitis pemphigus hives mycose impetigo plaies_de_lit
    bed_?sores? cellulitis polyarthrite(?:_rhumatoide)? polymyalgi(?:e|a) sjogren(?:'s)? sclerodermi(?:e|a)
    ehlers-danlos marfan raynaud(?:'s)? epicondylite tennis_elbow fasciite fasciitis epines?_de_lenoir tunnel_carpien
    hernie_(?:cervicale|hiatale|inguinale|ombilicale) discopathie maux?_de_(?:dos|tete) mal_de_dos
    mal_(?:aux?_|a_la_|a_l'|dans_le_|dans_la_)(?:dos|dents?|jambes?|genoux?|hanches?|pieds?|mains?|bras|epaules?|cou|nuque|ventre|tete|gorge|oreilles?|yeux|reins?|poitrine|machoire|chevilles?|poignets?|coudes?|estomac|talons?|os|mollets?|cotes?|bas_du_dos|articulations)
    operee?s?_(?:du|de_la|de_l'|des|au|a_la|aux|d'une?|pour_une?)_?(?:sein|genou|hanche|dos|coe?ur|cataractes?|hernie|epaule|prostate|vesicule|appendicite|oeil|yeux|pied|main|poumon|rein|foie|thyroide|cerveau|colon|amygdales|cheville|tumeur|cancer|canal_carpien)s?
    operated_(?:on_)?for_(?:an?_)?(?:hernia|cancer|tumou?r|cataracts?|appendicitis)
    gangrenes? c\.?_?diff(?:icile)? plaies?_de_lit reactions?_(?:au_vaccin|allergiques?|anaphylactiques?)
    dyslexies?(?:-|_|_et_)dysorthographie masses?_(?:benigne|maligne)s? kystes?_(?:benin|malin)s?
    (?:benign|malignant)_(?:tumou?rs?|cysts?|lumps?|mass(?:es)?)
    back_pain douleurs?_neuropathiques? neuropathic_pain phenylcetonurie pku tyrosinemie mucoviscidose
    neurofibromatos(?:e|is) sclerose_(?:tubereuse|laterale(?:_amyotrophique)?) amylose amyloidosis dyscalculi(?:e|a)
    retards?_(?:de_developpement|de_langage|mental|global|moteur) (?:developmental|speech|language|global)_delay
    deficiences?_(?:visuelle|auditive|physique|motrice|langagiere|cardiaque) (?:visual|hearing|physical)_impairment
    handicaps? c\._difficile sarm mrsa malaria paludisme dengue salmonellose salmonella listeriose monkeypox
    scarlatine scarlet_fever rubeole oreillons mumps vph hpv vrs rsv croup vaginose candidose toxoplasmose borreliose
    streptocoque strep_throat whooping_cough
    (?:thyroid|bladder|throat|pancreatic|stomach|testicular|bone|blood|uterine|endometrial|oe?sophageal|esophageal|colorectal|oral|rectal|bowel|kidney|head_and_neck|terminal|metastatic)_cancer
    neuroblastom(?:e|a) astrocytom(?:e|a) masse_(?:au|dans_le)_[a-z]+ nodules?_(?:a_la|au|aux|sur_la)_[a-z]+
    lump_in_(?:my|her|his)_[a-z]+ thyroid_nodules? (?:jambe|cheville|hanche|epaule|clavicule|main|rotule)_cassee
    (?:bras|poignet|genou|nez|pied|doigt|coude|col_du_femur|bassin)_casse sprained_(?:ankle|wrist|knee)
    coup_de_fouet_cervical whiplash pensees_suicidaires crises_epileptiques? epileptic_seizures epileptic_fits
    tendinit(?:e|is)s?(?:_(?:aigue|bilaterale|rotulienne|severe|achilleenne))? lymphoe?deme lymphedema fibrillation_ventriculaire
    problemes?_(?:de_vision|de_vue|d'audition|d'anxiete|de_peau|de_genoux?|de_hanche|de_circulation|d'estomac|de_jeu|de_prostate|de_vessie|pulmonaires?|digestifs?|hormonaux|neurologiques?)
    back_problems? bladder_problems? hip_problems? knee_problems? flu
    (?:turner|fragile_x|williams|prader-willi|marfan|rett|edwards|patau|noonan|angelman|digeorge|asperger|brugada|long_qt|nephrotic|polycystic_ovary|chronic_fatigue|metabolic|antiphospholipid|fetal_alcohol|cushing|guillain-barre|myelodysplastic|restless_legs?|ehlers-danlos|tourette|sjogren|down|usher|alport|horner|ramsay_hunt|compartment|piriformis|post-concussion)'?s?_syndrome
    fievres?(?:_typhoide)? typhoide toux rhumes? coliques? constipation torticolis abces occlusion_intestinale
    choc_(?:septique|anaphylactique|cardiogenique|toxique) dissection_(?:aortique|de_l'aorte)
    glomerulonephrit(?:e|is) rhumatismes?
    varices acidocetose ketoacidosis aspergillose candida cephalees? epiglottit(?:e|is) erythemes?_[a-z]+ giardiase bpco
    bronchopneumopathie nausees? nausea vomissements vomiting diarrhees? diarrh(?:o)?ea essoufflements? saignements bleeding
    mal_(?:de_gorge|de_ventre|au_ventre|a_la_gorge|a_la_tete|de_tete|au_coe?ur) sore_throat stomach_ache tooth_?ache
    ear_?ache fever cough
    douleurs_(?:aux?|a_la|dans_l[ea]s?)_[a-z]+ pain_in_(?:my|her|his)_[a-z]+ headaches? bunions? caries cavities
    frostbite hay_fever
    enlarged_(?:prostate|heart|spleen|liver|thyroid) abscess golfer's_elbow arrhythmia infarction varicose_veins dry_eyes?
    rheumatism hyperlipidemia
    ongles?_incarnes? ingrown_(?:toe)?nails? doigts?_a_ressaut trigger_finger slipped_disc
    lesions?_(?:du|de_la|de_l'|des)_?[a-z]+ luxations?
    compression_du_nerf tassements?_vertebra(?:l|ux) arteriopathie carences? inflammation_(?:du|de_la|de_l'|des|of_the)_?[a-z]+
    (?:acl|mcl|meniscus|labral|labrum|rotator_cuff|ligament|tendon|hamstring|achilles|muscle|retinal)_tears?
    torn_(?:acl|mcl|tendon|achilles|retina)
    (?:severed|crushed|amputated|mangled|cut)_(?:tendons?|fingers?|fingertips?|hands?|thumb|nerves?|toes?|foot|leg|arm)
    pulled_(?:muscle|hamstring|groin) (?:broken|chipped|cracked|fractured|knocked-?_?out)_(?:tooth|teeth|tibia|fibula)
    impacted_(?:wisdom_)?teeth tooth_decay
    (?:ruptured|perforated|burst)_(?:eardrums?|appendix|spleen|tendon) tunnel_vision lazy_eye heel_spurs? flat_feet club_?foot
    (?:premature|preterm)_(?:labou?r|birth) failure_to_thrive attempted_suicide chicken_pox norovirus
    (?:chemical|electrical|severe|grease|acid|steam)_burns? hand-arm_vibration
    hand,?_foot,?_(?:and|&)_mouth(?:_disease)? allerg(?:y|ies)_to_[a-z]+ (?:asthma|gout|anxiety|vertigo)_attacks? pyloric_stenosis
    stenose_du_pylore
    stroke_in_the_eye (?:tree_)?nut_allergies (?:peanut|egg|milk)_allergies
    (?:ligament|ligaments|ligament_croise|ligaments_croises|tendon|tendons|tendon_d'achille|muscle|nerf|menisque)_(?:dechires?|sectionnes?|coupes?|rompus?|arraches?|ecrases?)
    (?:doigts?|mains?|pieds?|pouces?|orteils?)_(?:ecrasee?s?|coupee?s?|amputee?s?|sectionnee?s?|arrachee?s?|broyee?s?)
    dechirures?_d(?:u|es|e_l'|'un)_?(?:ligaments?(?:_croises?)?|tendons?|menisques?|muscles?)(?:_(?:anterieurs?|d'achille))?
    chevilles?_(?:foulees?|tordues?) epaules?_(?:deboitee|luxee|disloquee|dechiree)s? genoux?_deboites?
    (?:cotes?|jambes?)_(?:felees?|fracturees?)
    dents?_(?:cassees?|incluses?) dents_de_sagesse_incluses? caries?_dentaires? carie maladie_des_gencives oeil_paresseux
    tympans?_(?:perfores?|perces?|dechires?) pieds_plats mutisme deuil_perinatal crises?_d'absences?
    brulures?_(?:chimiques?|graves?|au_[a-z0-9]+_degre|electriques?)
    brulures?_(?:au|du)_[1-3]e?_degre otites?_(?:a_repetition|sereuses?) covid(?:-|_)?(?:19_)?longue? covid_long
    tremblements?_essentiels?
    choree_de_huntington dependance_(?:au_jeu|aux_(?:opioides|drogues|medicaments)) ulceres?_(?:au|aux)_(?:pieds?|talons?|jambes?)
    crush_injur(?:y|ies) latent_tuberculosis
    afib monocular_vision vision_monoculaire anaphylactic_(?:reactions?|shock) reactions?_(?:anaphylactiques?|allergiques?)
    severe_allergic_reactions? crises?_d'asthme asthma_attacks? major_depression tendinopath(?:ie|y)
    syndrome_(?:du_canal_carpien|du_tunnel_carpien|de_l'intestin_irritable|du_colon_irritable|de_fatigue_chronique|des_jambes_sans_repos|des_ovaires_polykystiques|de_stress_post-?traumatique|d'apnee(?:_du_sommeil)?|de_sevrage|du_defile_thoracique|de_la_coiffe|du_bebe_secoue|d'alcoolisation_f[oe]etale|de_l'x_fragile)
    infarctus_du_myocarde ischemie_cerebrale_transitoire spondylarthrite_ankylosante maladie_polykystique_des_reins
    rotator_cuff_(?:injury|tear) trouble_d'opposition transient_ischemic_attack
    mortinaissances? sspt dependances?_(?:aux_opioides|a_l'alcool|aux_drogues|aux_jeux|au_cannabis|a_la_cocaine)
    bosses?_(?:au|dans_le|sur_le|au_niveau_du)_[a-z]+ masse_(?:au|dans_le|sur_le)_[a-z]+ lump_(?:in|on)_(?:my|her|his|the)_[a-z]+
    (?:poignet|bras|genou|nez|pied|coude|bassin|doigt|cheville|jambe|hanche|clavicule|epaule|cote|vertebre)s?_(?:fracture|brise|fele|disloque)e?s?
    (?:dental|tooth|perianal|brain|liver|peritonsillar)_abscess(?:es)? gum_(?:infection|recession) gingivit(?:e|is) parodontite
    periodontitis dechaussement_(?:des_dents|dentaire|des_gencives) tmj(?:_disorder)? bruxisme? malocclusion
    impacted_molars? ehlers_danlos mcas pots_syndrome wolff-parkinson-white valve_(?:problems?|disease|defects?)
    clostridium_difficile flesh-?_?eating_(?:disease|bacteria) bacterie_mangeuse_de_chair necroti[sz]ing_fasciitis
    fasciite_necrosante rabies syndrome_de_(?:rett|klinefelter|lynch|korsakoff|diogene|wolff) maladie_de_charcot
    klinefelter(?:'s)? myasthenia bell'?s_palsy tdl trouble_developpemental_du_langage developmental_language_disorder
    poux lice pediculose head_lice plaies?_(?:de_pression|infectee?s?|ouvertes?|au_pied|a_la_jambe) escarres?
    brulures?_(?:d'estomac|graves?|severes?) (?:second|third|first)-?_?degree_burns?
    ulcers?_on_(?:my|his|her)_[a-z]+ b12_deficiency myelodysplastic_syndrome ewing_sarcoma carcinoid(?:_tumou?r)?
    cancers?_(?:du_rectum|de_l'estomac|du_rein|des_os|de_la_gorge|de_la_langue|en_phase_terminale|du_sang|des_ganglions|de_l'uterus|du_col)
    maladie_en_phase_terminale sevrage(?:_d'alcool|_des_opioides)? alcohol_withdrawal hoarding_disorder
    syndrome_de_la_fatigue_chronique tic_disorder enuresis enuresie encopres(?:ie|is) sundowning
    debuts?_d(?:e_|')(?:demence|alzheimer|parkinson) early_(?:dementia|alzheimer'?s|parkinson'?s)
    trouble_neurocognitif(?:_majeur|_leger)? neurocognitive_disorder accident_ischemique_transitoire
    (?:hip|knee|shoulder|spine|back|neck|hand|severe)_arthritis osteo-?arthrite crises?_de_(?:psychose|demence)
    grossesse_(?:extra-?uterine|gemellaire|molaire|multiple) eclampsie hyperemesis(?:_gravidarum)?
    placenta_(?:previa|praevia) pre-?eclampsie perimenopause
    hernie_(?:au|a_l'|dans_l')_?[a-z]+ genital_(?:herpes|warts) condylomes?(?:_acumines)? verrues?(?:_[a-z]+)? papillomavirus
    ganglions?_(?:enfles?|au_[a-z]+) melanome_[a-z]+ angiosarcome
    heart_(?:blockage|palpitations|valve_problem) oe?demes?_(?:aux_[a-z]+|pulmonaire)
    septicemia allergies anaphylaxis anaphylaxie rhinite_allergique rhume_des_foins
    """

#: An organ, of which "-ite" and "-itis" make an inflammation.
_INFLAMED: Final = (
    "appendic arthr balan blephar bronch bronchiol burs capsul cardi cellul chol cholangi cholecyst chondr col conjonctiv"
    " conjunctiv cyst dermat diverticul encephal endocard enter epicondyl episcler epididym esophag oe?sophag fasci gastr"
    " gingiv gloss hepat ile irid kerat labyrinth laryng lymphaden mast mastoid mening myel myocard myos nephr neur"
    " orch oste osteomyel ot pancreat parodont periodont pericard periton pharyng phleb pleur pneumon poliomyel"
    " prostat pyelonephr rect retin rhin sacroil salping sialaden sinus spondyl stomat synov tendin tenosynov"
    " thrombophleb thyroid trache urethr uve vagin vascular vascul"
)
#: What "-ose" and "-osis" make an illness.
_DISEASED: Final = (
    "acid aden amyl ankyl arterioscler arthr atheroscler brucell candid cirrh cyan cyph diverticul endometri"
    " fibr halit hemochromat histiocyt kerat kyph lord mononucle mycos necr nephr neurofibromat nevr onychomyc osteoarthr"
    " osteopor otoscler psych salmonell sarcoid scler scoli silic spondyl steat sten thromb toxoplasm"
    " trichin tubercul"
)
#: What a person has.
CONDITIONS: Final = " ".join(
    (
        _NAMED,
        *(root + "(?:ite|itis)s?" for root in _INFLAMED.split()),
        *(root + "os(?:e|is)s?" for root in _DISEASED.split()),
    )
)

#: What a person is: only after "je suis", "she is" and the like.
STATES: Final = """
    diabetiques? diabetic enceintes? pregnant epileptiques? epileptic asthmatiques? asthmatic schizophrenes?
    schizophrenic bipolaires? bipolar autistes? autistic seropositi(?:f|ve)s? hiv_positive hiv-positive alcooliques?
    alcoholic depressi(?:f|ve)s? depressed cancereu(?:x|se)s? handicapee?s? disabled paraplegiques? paraplegic
    quadriplegiques? hypertendue?s? hemophiles? cardiaques? anorexiques? anorexic anemiques? anemic suicidaires?
    suicidal toxicomanes? aveugles? blind deaf sourde?s? malentendante?s? malvoyante?s? trisomiques? dements?
    sclereuse paranoiaques? diabetique schizo tdah
    en_(?:fauteuil_roulant|chaise_roulante|remission|dialyse|chimio(?:therapie)?|phase_terminale|fin_de_vie|soins_palliatifs|depression|burn-?out|attente_d'une_greffe)
    in_(?:a_wheelchair|remission|chemo|psychiatric_care|palliative_care|recovery)
    on_(?:dialysis|chemo|oxygen|antidepressants|methadone|insulin)
    sous_(?:dialyse|oxygene|antidepresseurs|methadone|insuline) terminally_ill amputee?s? greffee?s?
    intolerante?_au_[a-z]+ allergiques?_(?:aux?_|a_la_|a_l'|a_)[a-z]+ allergic_to_[a-z]+ prematuree?s? premature steriles?
    dure?s?_d'oreilles? in_the_nicu in_nicu en_neonat(?:alogie|ologie)?
    infertiles? menopausee?s? obeses? obese insulinodependante?s? insulin-?_?dependent immunosupprimee?s?
    immunocompromised immunosuppressed hospitalisee?s? hospitali[sz]ed comateu(?:x|se) dans_le_coma in_a_coma
    intubee?s? intubated hemiplegiques? tetraplegiques? quadriplegic a_mobilite_reduite en_perte_d'autonomie
    dyslexiques? dyslexic dyspraxiques? dysphasiques? on_the_spectrum migraineu(?:x|se) paraly[sz]ed
    paralysee?s? alitee?s? bedridden incontinente?s? incontinent hard_of_hearing visually_impaired hearing_impaired
    wheelchair_bound housebound arthritiques? arthritic psychotiques? psychotic suicidaire en_psychose
    en_sevrage en_desintox en_cure en_soins_intensifs en_radiotherapie in_detox in_rehab in_intensive_care in_the_icu
    in_chemotherapy in_radiation in_labou?r sedated menopausal near-?_?sighted on_chemotherapy on_radiation on_a_ventilator
    on_disability sous_chimio(?:therapie)?
    sous_insuline sous_anesthesie(?:_(?:generale|locale|regionale))? sous_sedation en_isolement
    under_(?:(?:a_)?(?:general_|local_)?ana?esth(?:esia|etic)|sedation) sous_anticoagulants? sous_antibiotiques? agoraphobe
    breech palliative en_phase_palliative palliatif claustrophobe hyperacti(?:f|ve) hyperactive
    daltoniens? colou?r-?_?blind nevrosee? borderline polyhandicapee?s? hemophiliac haemophiliac celiac coeliac
    coe?liaques? coe?liaque begues? cocainomanes? heroinomanes? polytoxicomanes?
    """

#: Who treats a person: only after "je vois", "followed by" and the like.
SPECIALISTS: Final = """
    psychiatres? psychiatrists? psychologues? psychologists? oncologues? oncologists? neurologues? neurologists?
    cardiologues? cardiologists? nephrologues? nephrologists? endocrinologues? endocrinologists? rhumatologues?
    rheumatologists? urologues? urologists? gynecologues? gyn(?:a)?ecologists? pneumologues? gastro-?_?enterologues?
    gastroenterologists? hematologues? hematologists? addiction_counsell?ors? psychoeducat(?:eur|rice)s?
    orthophonistes? speech_therapists? oncologie oncology psychiatrie psychiatry cardiologie cardiology neurologie
    neurology nephrologie endocrinologie geriatrie dermatologues? dermatologists? ophtalmologistes? ophthalmologists?
    allergologues? allergists? orthopedistes? orthopedists? orthopa?edic_surgeons? podiatres? podiatrists?
    physiotherapeutes? physiotherapists? ergotherapeutes? occupational_therapists? nutritionnistes? dieticians?
    dietitians? sexologues? sexologists? perinatologues? ergo audiologistes? audiologists? pulmonologists? respirologists?
    geriatres? fertilite
    geriatricians? pediatres? pa?ediatricians? neurochirurgiens? neurosurgeons? chirurgiens? surgeons?
    obstetricien(?:ne)?s? obstetricians? sages?-femmes? midwife midwives travailleu(?:r|se)_sociale? social_worker
    pedopsychiatres? child_psychiatrist neuropsychologues? neuropsychologists? acupuncteurs? chiropraticiens?
    chiropractors? osteopathes? osteopaths? pediatrie pa?ediatrics dermatologie dermatology ophtalmologie
    ophthalmology pneumologie respirology orthopedie orthopa?edics rhumatologie rheumatology urologie urology
    gynecologie gyna?ecology hematologie ha?ematology gastro-?enterologie gastroenterology nephrology endocrinology
    geriatrics pedopsychiatrie child_psychiatry obstetrique obstetrics readaptation rehabilitation physiotherapie
    physiotherapy sante_mentale mental_health
    """

#: The last word of an English name of an illness, before which stands what kind it is.
HEADS: Final = """
    diseases? disorders? syndromes? infections? cancers? carcinoma tumou?rs? hernias? fractures? arthritis
    osteoarthritis thrombosis
    embolism paralysis neuralgia eczema dermatitis hepatitis pneumonia an(?:a)?emia leuka?emia lymphoma dementia
    seizures? epilepsy palsy
    dystrophy sclerosis stenosis fibrosis cirrhosis cysts? abscess incontinence ulcers? headaches? migraines?
    allerg(?:y|ies) intolerance
    inflammation dysplasia bowel_obstruction warts bronchitis infarction aneurysms? polyps? nodules? pregnancy
    injur(?:y|ies) pain(?!_points?) regurgitation dislocation entrapment stones fever edema oedema hypertension
    diabetes asthma
    arrhythmia neuropathy retinopathy cardiomyopathy nephropathy measles gout lupus psoriasis herpes flu poisoning
    colitis gastritis
    sprains? strains? psychosis
    tendinitis bursitis sarcoma melanoma glaucoma cataracts? apn(?:o)?ea deficiency spondylitis arteritis vasculitis phobia
    """

#: What is taken out of a person.
ORGANS: Final = """
    vesicule(?:_biliaire)? gallbladder appendi(?:ce|x) amygdales tonsils rate spleen reins? kidneys? poumons? lungs? uterus
    womb ovaires? ovar(?:y|ies) thyroide thyroid prostate seins? breasts? colon estomac stomach tumeurs? tumou?rs? kystes? cysts?
    cataractes? cataracts? testicules? testicles? jambes? legs? orteils? toes? pied foot polypes? polyps? rectum pancreas
    grains?_de_beaute moles? adenoides? adenoids? hernies? fibromes? fibroids?
    """

#: What is done to a person.
CARE: Final = """
    chimio-?_?therapie chimio chemo-?_?therapy chemo radio-?_?therapie radiation_therapy radio-?_?therapy dialyse dialysis
    biopsies?
    biopsy mastectomie mastectomy hysterectomie hysterectomy sterilet iud vasectomie vasectomy coloscopie colonoscopy
    colposcopie mammographie mammogram avortement abortion ivg cesarienne c-section amputation
    greffe(?:_(?:de_|d'|du_)?(?:reins?|foie|coe?ur|poumons?|cornee|moelle))? transplant kidney_transplant
    liver_transplant heart_transplant lung_transplant bone_marrow_transplant transfusion psychiatrie
    oncologie_pediatrique curetage ligature_des_trompes tubal_ligation colostomie colostomy stent pacemaker
    vesicule_biliaire gallbladder pontages?(?:_(?:aorto-?)?(?:coronariens?|cardiaques?|gastriques?))?
    bypass electrochocs? electroshocks? psychotherapie psychotherapy
    desintoxication detox cure_de_desintox therapie_hormonale hormone_therapy chirurgie_bariatrique bariatric_surgery
    operation_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coe?ur|dos|oe?il|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    chirurgie_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coe?ur|dos|oe?il|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    surgery_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coe?ur|dos|oe?il|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    prothese_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coe?ur|dos|oe?il|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    remplacement_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coe?ur|dos|oe?il|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    hip_(?:surgery|replacement|operation) knee_(?:surgery|replacement|operation)
    heart_(?:surgery|replacement|operation) back_(?:surgery|replacement|operation)
    eye_(?:surgery|replacement|operation) prostate_(?:surgery|replacement|operation)
    shoulder_(?:surgery|replacement|operation) breast_(?:surgery|replacement|operation)
    cataract_(?:surgery|replacement|operation) fecondation_in_vitro fiv ivf changement_de_sexe sex_change
    physiotherapie physiotherapy physio(?!_(?:dont|whose|who|qui|veut|dit|demande|pense|wants|says|said|told|asks)(?![a-z]))
    ergotherapie occupational_therapy orthophonie speech_therapy irm mri taco
    ct_scans? tomodensitometrie echographie ultrasound endoscopie endoscopy radiographie x-?rays? colonoscopie
    chirurgies? surgery surgeries hemodialyse ha?emodialysis tracheotomie tracheostomy gastrostomie feeding_tube
    gavage cathet(?:er|ers) prothese_(?:auditive|dentaire) orthese appareils?_auditifs? hearing_aids? pompe_a_insuline
    insulin_pump cpap(?:_(?:masks?|machines?))? ventilateur ventilator oxygenotherapie oxygen_therapy stomie ileostomie ileostomy
    implants?_cochleaires? cochlear_implants? accouchement insemination angioplastie angioplasty catheterisme ablation
    soins_palliatifs palliative_care aide_medicale_a_mourir medical_assistance_in_dying electroconvulsivotherapie ect
    (?:gallbladder|gall_bladder|appendix|tonsil|tonsils|adenoids|kidney|cyst|mole|uterus|ovary|spleen|thyroid|cataract|tumor|tumour|polyp|adenoid|lens|wisdom_tooth|wisdom_teeth)_(?:removal|removed|taken_out|out)
    (?:wisdom_tooth|wisdom_teeth|tooth|teeth|dental)_(?:extractions?|removal|surgery|implants?) ear_tubes?
    tubes?_in_(?:my|his|her|both|the)_ears?
    tubes?_(?:dans_les_oreilles|aux_oreilles|transtympaniques?)
    (?:catheter|ostomy|incontinence|diabetic|colostomy|feeding_tube|tracheostomy|cpap|diabetes)_supplies
    fournitures_de_(?:stomie|catheter) sacs?_de_(?:stomie|colostomie) culottes_d'incontinence lentilles_sclerales?
    scleral_(?:lens(?:es)?|contacts)
    auto-?injec(?:teurs?|tors?) epi-?_?pens? epipens? bi-pap bipap (?:guide|service|assistance)_dogs?
    chiens?(?:-|_)(?:guides?|d'assistance|mira)
    (?:bottes|chaussures|souliers)_orthopediques? orthopa?edic_(?:shoes|boots) egg_freezing d&c g-tube (?:play|aba)_therapy
    zootherapie
    top_surgery bottom_surgery gender_surgery (?:carpal_tunnel|hernia|retina|leg|foot|bunion|hand|spine|ear|nose)_surgery
    (?:leg|arm|foot|toe|finger|limb)_amputation stimulateurs?(?:_cardiaques?)? neurostimulateurs? aides?_auditives?
    protheses?_auditives?
    prothese_totale(?:_(?:du_genou|de_la_hanche|de_hanche|de_genou))? implants?_dentaires? appareils?_dentaires?
    infiltrations?_de_cortisone
    scan_(?:cerebral|thoracique|abdominal|du_[a-z]+|de_la_[a-z]+|des_[a-z]+) moniteur_cardiaque heart_monitor
    canes? cannes?(?!_a_)
    desensibilisation immunotherapie immunotherapy hormonotherapie ponction_lombaire lumbar_puncture spinal_tap
    electrocardiogramme ecg ekg eeg emg mammographies? tests?_de_grossesse pregnancy_test infiltrations?
    cortisone_(?:shot|injection)s? prothese_de_hanche prothese_du_genou colectomie colectomy gastrectomie gastrectomy
    thyroidectomie thyroidectomy prostatectomie prostatectomy appendicectomie appendectomy cholecystectomie
    cholecystectomy tonsillectomie tonsillectomy nephrectomie nephrectomy lumpectomie lumpectomy splenectomie
    splenectomy lobectomie lobectomy laminectomie laminectomy ovariectomie oophorectomy vitrectomie vitrectomy
    hepatectomie arthroscopie arthroscopy laparoscopie laparoscopy bronchoscopie bronchoscopy gastroscopie gastroscopy
    cystoscopie cystoscopy hysteroscopie arthroplastie arthroplasty vertebroplastie rhinoplastie septoplastie
    mammoplastie craniotomie craniotomy hip_replacements? cure_(?:fermee|de_desintoxication) rehab psychanalyse
    counselling counseling acupuncture
    chirurgie_(?:buccale|orthognathique|maxillo-?faciale|des_paupieres|de_la_hernie|de_la_main|du_pied|du_sein|thoracique|urologique|gynecologique|intestinale|d'affirmation_de_genre|de_feminisation|de_masculinisation)
    operations?_(?:dans_le_dos|pour_la_hanche|pour_le_genou|aux_yeux|au_pied|a_la_main|au_canal_carpien|bariatrique|du_sein|au_sein|a_la_hanche|aux_hanches|aux_genoux|de_la_hernie|de_la_colonne|a_la_colonne|au_cerveau)
    chirurgies?_(?:a_la_colonne|aux_yeux|au_pied|a_la_main|au_cerveau|de_la_colonne)
    resonances?_magnetiques? magnetic_resonance abdominoplasties? tummy_tuck
    (?:reduction|augmentation|reconstruction)_(?:mammaire|des_seins) breast_(?:reduction|augmentation|implants?) mammary_reduction
    blepharoplast(?:ie|y) liposuc(?:cion|tion) rhinoplasty septoplasty nose_job otoplast(?:ie|y) gastroplast(?:ie|y)
    gastrectomie_(?:parietale|longitudinale) sleeve_gastrectomy manchon_gastrique sleeve_gastrique
    myomectom(?:ie|y) vasovasostomie vasectomy_reversal tubes_tied salpingectom(?:ie|y) hysteroscopy conisation leep_procedure
    embolisation embolization congelation_d'(?:ovules?|embryons?|ovocytes?) surrogacy mere_porteuse sperm_donation
    (?:iud|implant|stent|pacemaker|catheter|cast|port|drain)_(?:removal|insertion) implant_contraceptif home_birth
    circumcision circoncision turp proctectom(?:ie|y) parathyroidectom(?:ie|y) pancreatectom(?:ie|y) cystectom(?:ie|y)
    (?:hemorrhoid|fistula|parathyroid|bariatric|scoliosis|cleft_palate|glaucoma|tooth|tongue-?tie|eyelid|retinal)_(?:surgery|operation|removal)
    mohs_surgery (?:acl|mcl|hernia|rotator_cuff|meniscus|tendon|cleft_palate|valve|aneurysm)_repairs? trigger_finger_release
    fusion_(?:spinale|de_la_colonne|des_vertebres) remplacement_(?:valvulaire|de_valve|de_hanche|de_genou|articulaire) tavi
    (?:hip|knee|shoulder|back|spinal|cataract|eye|hernia|gallbladder|bunion)_(?:ops?|procedures?)
    kidney_donation sclerotherapy sclerotherapie
    ponctions?(?:_[a-z]+)? drainage_(?:d'un|lymphatique) debridement viscosupplementation synvisc durolane shockwave_therapy
    (?:laser|prp|hyaluronic|platelet)_(?:eye_)?(?:injections?|treatments?) hyperbaric(?:_oxygen)?(?:_therapy)? chambre_hyperbare
    vaginoplast(?:ie|y) phalloplast(?:ie|y) metoidioplast(?:ie|y) orchiectomie facial_feminization(?:_surgery)?
    mastectomie_masculinisante torsoplastie
    (?:electrolysis|epilation_(?:au_)?laser)_(?:for|pour)_[a-z]+ voice_therapy
    prises?_de_sang blood_(?:tests?|work|draw) bloodwork bilans?_sanguins?
    tests?_(?:itss|de_depistage_[a-z]+|genetiques?|d'allergies?|de_paternite|hiv|vih|std|sti|psa|prenata(?:l|ux)|d'effort)
    (?:std|sti|hiv|genetic|allergy|prenatal|psa|stress|hearing|nipt|harmony)_tests? epreuve_d'effort
    densite_osseuse spirometr(?:y|ie) urodynamique colposcop(?:ie|y) sigmoidoscop(?:ie|y) enema lavement_baryte
    (?:neuropsych(?:ological)?|psycho-?educational|psychiatric|autism|adhd|speech|geriatric|cognitive)_(?:evaluations?|assessments?|testing)
    evaluations?_(?:neuro-?psychologique|psychiatrique|psychologique|pour_l'autisme|pour_le_tdah|en_orthophonie|de_l'autisme|du_tdah|geriatrique|cognitive)
    stimulation_precoce therapies?_(?:fermee|comportementale|conjugale) dbt rtms
    closed_therapy (?:car-t|gene|ici|autism|vision|aqua|cobalt)_therapy
    osteopath(?:ie|y) chiropratique chiropractic_(?:care|treatments?|adjustments?) naturopath(?:ie|y)
    dents?_de_sagesse wisdom_(?:teeth|tooth) plombages? dental_(?:crowns?|fillings?|bridge|braces) couronnes?_dentaires?
    ponts?_dentaires? traitements?_de_(?:canal|canaux|gencives?|fertilite|methadone) root_canal
    extractions?_(?:de_dents?|d'une_dent|de_molaires?|of_[a-z]+_teeth|dentaires?) extractions(?!_(?:de|des|du|of))
    (?:tooth|teeth|molar|molars)_(?:pulled|extracted|removed)
    dents?_(?:arrachees?|extraites?) orthodontie orthodontics invisalign
    lecteurs?_de_glycemie contact_lenses_for_[a-z]+ tens_machine apap_machine
    seringues_(?:d'insuline|a_insuline) insulin_(?:syringes?|needles?)
    (?:retrait|pose|ablation|installation)_(?:du|de_mon|d'un|de_son|de_la|d'une)_?(?:sterilet|implant|platre|stent|pacemaker|sonde|catheter|drain|prothese)
    (?:weight|grief|trauma|addiction|couples|family)_(?:loss_surgery|counsell?ing|therapy)
    chirurgie_(?:bariatrique|cardiaque|dentaire|orthopedique|esthetique|de_reassignation) open-?_?heart_surgery
    gender_(?:reassignment|affirming)_surgery laser_eye_surgery dental_surgery kidney_dialysis
    """
