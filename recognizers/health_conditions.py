"""More conditions and symptoms, by specialty, as patterns over folded lower-case text. Add to them freely.

Written as in `health_terms`: one pattern a term, separated by white space; `_` stands for a space inside one.
"""

from __future__ import annotations

from typing import Final

#: What a person has: an illness or an injury, by name.
ILLNESSES: Final = r"""
    allergies?_(?:tres_)?(?:severe|grave|mortelle|anaphylactique|alimentaire)s?_(?:aux?|a_la|a_l'|a)_?[a-z']+
    fractured_(?:clavicle|wrist|ankle|hip|ribs?|tibia|fibula|humerus|radius|ulna|shoulder|nose|sternum|sacrum|heel|kneecap|arm|leg|vertebra|tailbone)
    torn_(?:achilles|quad|groin|tendon|ligament|cartilage) ovarian_hyperstimulation hyperstimulations?_ovariennes?
    fentes?_(?:labio-?palatine|labiale|palatine|labio-?maxillo-?palatine)s? irc irt idm nstemi stemi t[12]dm db[12]
    (?:prostate|breast|lung|colon|bladder|thyroid|ovarian|skin)_ca lesions?_rehaussees? loa_articulaire renal_colic
    coliques?_nephretiques?
    (?:liver|brain|bone|lung)_(?:metastases|mets) gaucher(?:'s)? fabry(?:'s)? pompe_disease
    prematurites?_(?:extreme|de_[0-9]+_semaines) prematures?_de_[0-9]{2}_semaines
    arthrite_(?:rhumatoide|psoriasique|juvenile|septique|inflammatoire|goutteuse|rumatoide) rheumatoid_arthritis
    psoriatic_arthritis juvenile_arthritis septic_arthritis
    arthrose_(?:du_genou|de_la_hanche|cervicale|severe|lombaire) retinite_pigmentaire retinitis_pigmentosa
    hernies?_(?:discale|cervicale|hiatale|inguinale|ombilicale|abdominale)s?
    (?:herniated|bulging|slipped|ruptured|degenerated)_dis[ck]s? hiatal_hernia inguinal_hernia umbilical_hernia
    spinal_stenosis stenose_(?:spinale|lombaire|aortique|mitrale) aortic_stenosis
    mitral_(?:valve_prolapse|regurgitation) spondylolisthesis spondylose spondylarthropathie spondylite_ankylosante
    osteonecrose osteogenese_imparfaite osteogenesis_imperfecta brittle_bones? chondromalacie achondroplasie
    achondroplasia nanisme dwarfism algodystrophie syndrome_douloureux_regional_complexe crps sdrc frozen_shoulder
    epaule_gelee capsulite_retractile dechirures? torn_(?:muscle|labrum|hamstring|calf|biceps|shoulder|cartilage)
    rupture_du_(?:tendon|ligament) entorses?(?:_(?:de_la|du|a_la|au|cervicale|lombaire)(?:_[a-z]+)?)? foulures?
    sprains? sprained_[a-z]+ twisted_(?:ankle|knee) fractures?_(?:du|de_la|de_l'|des|au|a_la|aux|de)_?[a-z]+
    (?:hip|wrist|ankle|arm|leg|pelvic|skull|rib|hairline|stress|spinal|pelvis|elbow|collarbone|finger|toe|facial|compression)_fractures?
    broken_(?:pelvis|collarbone|elbow|finger|foot|hand|toe|jaw|neck|femur|knee|tailbone|hip|heel|leg|arm|bones?)
    fractured_(?:pelvis|collarbone|elbow|finger|foot|hand|toe|jaw|skull|vertebrae?|femur|spine|knee|kneecap)
    (?:tibial_plateau|growth_plate|femoral_neck|orbital|clavicle|tibia|femur|humerus|scaphoid|metatarsal|vertebral|jaw|open|compound)_fractures?
    fractures?_d(?:u|e_la|es)_(?:plateau|col|tete|base|corps|os)_(?:du_|de_la_|de_l'|des_)?[a-z]+
    coiffes?_(?:des_rotateurs_)?(?:dechiree|rompue|usee)s? ruptures?_d(?:e_la_coiffe(?:_des_rotateurs)?|u_tendon_d'achille)
    (?:punctured|collapsed)_lungs? internal_bleeding hemorragies?_internes?
    infected_(?:wounds?|cuts?|tooth|toe|toenail|finger|foot|leg|incision|bites?)
    (?:cracked|bruised|broken)_ribs? lacerations?(?:_(?:a_la|au|aux|du)_[a-z]+)? cotes_(?:cassees?|felees?|brisees?)
    dislocated_(?:shoulder|hip|knee|elbow|finger|jaw|kneecap) epaule_(?:disloquee|luxee) hip_dysplasia
    dysplasie_(?:de_la_hanche|bronchopulmonaire) bone_spurs? coxarthrose gonarthrose rhizarthrose
    traumas?_cranie(?:n|ns) traumatisme_cranio-?cerebral tcc(?:l)? head_injur(?:y|ies) head_trauma concussions?
    commotions?(?:_cerebrales?)? hematomes?(?:_sous-dural)? subdural_hematoma
    hemorragies?(?:_(?:cerebrale|interne|digestive|meningee)s?)? ha?emorrhages? brain_ha?emorrhage
    brulures?_(?:au|du|de)_[a-z0-9]+ (?:second|third)(?:-|_)degree_burns? engelures? morsures?_de_(?:chien|tique)
    dog_bite spinal_cord_injur(?:y|ies) lesions?_(?:medullaires?|cerebrales?|de_la_moelle(?:_epiniere)?)
    accident_cardio-?vasculaire ict tias? ictus avc_(?:ischemique|hemorragique) mini-?_?strokes? strokes? heart_attacks?
    cardiac_arrest arret_cardiaque arret_cardio-?respiratoire angine_de_poitrine souffle_cardiaque
    bloc_(?:auriculo-?ventriculaire|de_branche) arythmies?(?:_cardiaques?)? irregular_heart_?beat
    flutter(?:_auriculaire)? palpitations? tachycardie_[a-z]+ bradycardie bradycardia pericardite
    myocardite endocardite
    insuffisances?_(?:mitrale|aortique|veineuse|coronarienne|surrenalienne|renale_(?:chronique|terminale|aigue))
    congestive_heart_failure heart_valve_(?:disease|problem) (?:leaky|bad)_heart_valve blocked_arter(?:y|ies)
    arteres?_bouchees? atherosclerose atherosclerosis arteriosclerose
    hypertension_(?:arterielle|pulmonaire|intracranienne) pulmonary_hypertension hta phlebites?_profondes? dvt tvp
    deep_vein_thrombosis thrombophlebite thromboses?_veineuses?_profondes? thrombophilie facteur_v_(?:de_)?leiden
    factor_v_leiden ulceres?_(?:variqueux|d'estomac|de_jambes?|gastriques?|duodenal|de_pression) stomach_ulcers?
    leg_ulcers? pressure_(?:sores?|ulcers?) anevrismes?_(?:cerebral|abdominal|de_l'aorte|aortique) aortic_aneurysm
    aortic_dissection malformation_arterio-?veineuse cavernome raynaud maladie_de_raynaud arterite arteritis
    giant_cell_arteritis vascularites? takayasu postural_tachycardia asthme_(?:severe|allergique|d'effort|chronique)
    exercise-?_?induced_asthma emphyseme_pulmonaire bronchectasie bronchiectasis
    maladie_pulmonaire_obstructive_chronique chronic_obstructive_pulmonary_disease pneumonies?
    pneumonies?_d'aspiration pneumonitis fibroses?_pulmonaires? collapsed_lungs? apnees?_(?:obstructives?|centrales?)
    obstructive_sleep_apnea apnees?_(?:du|de)_sommeil black_lung silicosis tuberculose_pulmonaire
    tuberculoses?_(?:latente|active|osseuse)s?
    (?:latent|active)_(?:tb|tuberculosis) tb rhinites?(?:_allergiques?)? sinusites?_chroniques? polypes?_nasaux nasal_polyps?
    deviated_septum amygdalites?
    tonsill?itis strep pharyngites? laryngites? laryngitis laryngectomie sinus_infections?
    otites?_(?:moyennes?|chroniques?) ear_infections?
    allergies?_(?:alimentaires?|saisonnieres?|severes?|medicamenteuses?|croisees?|mortelles?) seasonal_allergies
    (?:shellfish|penicillin|latex|egg|milk|dairy|wheat|gluten|soy|bee|wasp|fish|sesame|cat|dog|pollen|dust|drug|severe|sulfa|nickel|mold)_allerg(?:y|ies)
    (?:bee|wasp|insect)_stings?_allerg(?:y|ies) allergies?_(?:aux?|a_la)_(?:piqures?|poils?|fruits?|noix)_d(?:e_|')[a-z]+
    anaphyla(?:xie|xis|ctic_shock) (?:o)?edeme_de_quincke angio-?oedeme angioedema
    reflux(?:_(?:gastro-?oe?sophagien|acide|gastrique|biliaire|vesico-?ureteral))? oesophagites? barrett's_(?:o)?esophagus
    (?:o)?esophagitis
    dysphagie dysphagia maladie_(?:de_)?coeliaque coeliac_disease celiac ulcerative_colitis
    colites?_(?:ulcereuses?|ulcero-hemorragiques?) rectocolite_hemorragique ileite crohn
    syndrome_du_(?:colon|intestin)_irritable spastic_colon colopathie leaky_gut h\._pylori
    helicobacter_pylori occlusion bowel_obstruction volvulus perforation_intestinale
    pancreatites?_(?:aigues?|chroniques?) gall_bladder_(?:attacks?|disease|stones?) steatose_hepatique
    hepatites?_(?:auto-?immune|virale|chronique|alcoolique) hep_[abc] cirrhose_du_foie ascite ascites jaunisse
    jaundice cholangite(?:_sclerosante)? cholangitis gilbert's_syndrome fistules?_[a-z]+ abces_[a-z]+
    anal_fissures? hemorroide hemorrhoid incontinence_(?:urinaire|fecale) urinary_incontinence fecal_incontinence
    stomie hernie_hiatale dumping_syndrome malabsorption nephropathie_(?:diabetique|a_iga) glomerulosclerose
    polykystose(?:_renale)? polycystic_kidney(?:_disease)? pkd kidney_cysts? hydronephrose chronic_kidney_disease ckd
    end-?_?stage_(?:renal|kidney)_(?:disease|failure) esrd pierres?_au(?:x)?_reins? colique_nephretique pyelonephrite
    cystite_interstitielle interstitial_cystitis vessie_(?:hyperactive|neurogene) overactive_bladder
    neurogenic_bladder hypertrophie_(?:benigne_)?de_la_prostate bph prostate_(?:cancer|problems?) varicocele hydrocele
    torsion_(?:testiculaire|du_testicule) testicular_torsion phimosis hypospadias cryptorchidie ejaculation_precoce
    low_testosterone hypogonadisme hypogonadism
    diabetes?_(?:sucre|gestationnel|insipide|de_grossesse|juvenile|insulino-?dependant|non_controle|instable)
    (?:juvenile|adult)_diabetes diabetes_(?:type|mellitus|insipidus)(?:_[12i]+)? diabete(?:-|_)(?:[12])
    type_(?:1|2|i|ii|one|two) t[12]d prediabete hyperinsulinisme resistance_a_l'insuline insulin_resistance
    hypoglycemies? thyroidite(?:_de_hashimoto)? goiter nodules?_thyroidiens? hypothyroid
    hyperthyroid hashimoto(?:'?s)? graves basedow hyperparathyroidie hyperparathyroidism hypoparathyroidie acromegalie
    acromegaly cushing(?:'?s)? addison(?:'?s)? adrenal_insufficiency pheochromocytome hypopituitarisme
    adenome_hypophysaire pituitary_(?:tumou?r|adenoma) hyperprolactinemie gynecomastie porphyrie porphyria
    hypercalcemie hyponatremie hypokaliemie carence_en_fer iron_deficiency(?:_an(?:a)?emia)?
    anemies?_(?:ferriprive|hemolytique|falciforme|severe|pernicieuse|aplasique)s? carence_en_b12
    vitamin_deficiency hemophilie_[ab] haemophilia von_willebrand purpura(?:_thrombopenique)? itp thrombopenie
    thrombocytosis maladie_de_vaquez mgus
    leucemies?_(?:aigue|chronique|lymphoide|lymphoblastique|myeloide|myelocytaire)(?:_[a-z-]+)?
    acute_(?:myeloid|lymphoblastic)_leuk(?:a)?emia chronic_lymphocytic_leuk(?:a)?emia aml cml cll
    lymphomes?_(?:de_hodgkin|non(?:-|_)hodgkinien|folliculaire|b|hodgkinien) (?:hodgkin|non-?hodgkin)'?s?_lymphoma
    hodgkin'?s? myelomes?_multiples? multiple_myeloma glioblastomes?(?:_multiforme)?
    tumeurs?_(?:au|du|cerebrales?|benignes?|malignes?|a_la|de_la)(?:_[a-z]+)? brain_tumou?rs? mesothelioma
    sarcomes?_(?:d'ewing|de_kaposi|osteogenique) osteosarcome osteosarcoma carcinomes?_(?:baso|spino)cellulaires?
    basal_cell_carcinoma squamous_cell_carcinoma melanomes?_malins?
    cancers?_(?:generalise|incurable|de_stade_[0-9iv]+|stade_[0-9iv]+|avance|agressif|hormono-?dependant|triple_negatif|metastasique)
    (?:stage|late)_(?:four|three|two|[0-9iv]+)_(?:[a-z]+_)?cancer
    cancer_(?:colorectal|pulmonaire|digestif|gynecologique|thyroidien|pancreatique|osseux|in_situ|orl|buccal|anal|testiculaire|ovarien|mammaire)
    (?:anal|liver|kidney|gastric|bile_duct|eye|gallbladder|penile|vulvar|lip|tongue|mouth|larynx|nasal|spinal|blood|childhood|endometrial|tonsil|tongue|appendix)_cancer
    ductal_carcinoma dcis brca[12]? mutation_brca[12]? lynch_syndrome syndrome_de_lynch neurofibromatosis
    retinoblastome retinoblastoma wilms_tumou?r tumeur_de_wilms schwannome neurinome(?:_(?:acoustique|de_morton))?
    acoustic_neuroma morton's_neuroma sclerose_en_plaques?_(?:progressive|remittente|cyclique)(?:_[a-z-]+)?
    sla sep(?!_[0-9]|tem)
    ms(?!\.|_(?:word|office|excel|teams|access|windows|outlook|edge|project|paint)) relapsing(?:-|_)remitting_ms
    maladie_(?:a_)?corps_de_lewy lewy_body_dementia
    demence_(?:a_corps_de_lewy|fronto-?temporale|vasculaire|precoce|senile)
    (?:frontotemporal|vascular|early-?onset|senile)_dementia alzheimers? alzheimer's trouble_cognitif(?:_leger)?
    troubles_cognitifs mild_cognitive_impairment cognitive_(?:decline|impairment) perte_cognitive
    pertes?_de_(?:connaissance|conscience|vision|equilibre|l'audition|la_vue|l'odorat) parkinsonisme parkinsonism
    maladie_parkinsonienne atrophie_multisystematisee paralysie_supranucleaire
    epilepsies?_(?:refractaire|generalisee|du_lobe_temporal|temporale|partielle|myoclonique|absence)s?
    (?:temporal_lobe|absence|refractory|juvenile_myoclonic)_epilepsy grand_mal petit_mal
    syndrome_de_(?:dravet|west|lennox-gastaut) crises?_convulsives? migraines?_(?:chroniques?|avec_aura|ophtalmiques?)
    migraine_with_aura cluster_headaches? algie_vasculaire_de_la_face
    nevralgie_(?:d'arnold|faciale|du_trijumeau|pudendale|cervico-?brachiale) trigeminal_neuralgia occipital_neuralgia
    neuropathies?_(?:diabetique|peripherique|des_petites_fibres)s? peripheral_neuropathy diabetic_neuropathy
    small_fiber_neuropathy polyneuropathie polyneuropathy chorea huntington myasthenia_gravis myasthenie_grave
    dystrophie_(?:musculaire|myotonique|de_duchenne|de_steinert) duchenne(?:_muscular_dystrophy)? amyotrophie_spinale
    spinal_muscular_atrophy ataxie_de_(?:friedreich|charlevoix) friedreich's_ataxia arsacs paraplegies?
    hemiparesie quadriparesie spasticite spasticity encephalopathie encephalopathy myelite(?:_transverse)?
    transverse_myelitis syringomyelie syringomyelia chiari(?:_malformation)? malformation_de_chiari spina-?bifida
    tremblements? tremors? essential_tremors? tics? tourettes? begaiement stutter(?:ing)? somnambulisme
    terreurs_nocturnes night_terrors insomnie_chronique hypersomnie sleepwalking fibro brouillard_mental
    brain_fog fibromialgie encephalomyelite_myalgique myalgic_encephalomyelitis me\/cfs em\/sfc lyme lyme_chronique
    chronic_lyme sequelles_(?:de_la_covid|d'avc|d'un_avc)
    depressions?_(?:majeures?|post-?partum|nerveuses?|saisonnieres?|profondes?|severes?|chroniques?|resistante|situationnelle|postnatale)
    postpartum_depression post-?partum post-?natal_depression clinical_depression severe_depression
    trouble[s]?_(?:depressif_majeur|panique|anxieux_generalise|d'anxiete_generalisee|de_l'anxiete|bipolaires?|de_personnalite(?:_limite|_borderline)?|de_panique|de_l'alimentation|des_conduites_alimentaires|du_deficit_de_l'attention|obsessif(?:-|_)compulsif|schizo-?affectif|d'hyperactivite|de_deficit_d'attention(?:_avec_hyperactivite)?|anxio-?depressifs?|factice|explosif_intermittent|de_conversion|somatoforme|d'accumulation|oppositionnel|de_l'attention|de_la_conduite|de_coordination|de_lecture|visuels?|auditifs?|de_la_communication|du_sommeil_paradoxal|de_l'equilibre|de_l'usage_[a-z']+|psychiques?|psychiatriques?|anxieux|affectifs?|severes?_du_langage)
    bipolar(?:ity)?(?:_[12i]+)? bipolaire_(?:type_)?[12] manic_depress(?:ion|ive) maniaco-?depression
    psychose_(?:toxique|post-?partum) premier_episode_psychotique episodes?_(?:psychotiques?|depressifs?|maniaques?)
    psychotic_episode manic_episodes? schizo(?:phrenia|affective|phrenie)(?:_[a-z]+oide)? paranoia schizophrenie
    anxietes?_(?:generalisee|de_performance|sociale|severe|de_separation) generalized_anxiety gad social_anxiety
    severe_anxiety separation_anxiety attaques?_de_panique
    crises?_d'(?:anxiete|asthme|epilepsie|angoisse|hysterie|appendicite|foie|allergie)
    crises?_de_(?:coe?ur|goutte|foie|nerfs?|panique|tetanie|convulsions?) c-?ptsd complex_ptsd
    etat_de_stress_post-?_?traumatique stress_post-?_?traumatique post-?_?traumatic_stress choc_nerveux
    nervous_breakdowns? burnouts? burn(?:-|_)?outs? surmenage epuisement(?:_(?:professionnel|parental))?
    add(?!_(?:a|an|the|my|to|it|this|that|some|more|in|on|your|two|new)(?![a-z])) tda(?:-|/|_)?h tda\/h hyperactivite
    deficit_(?:de_l'|d')attention(?:_avec_hyperactivite)? asd spectre_de_l'autisme autism_spectrum(?:_disorder)?
    autisme_(?:severe|leger|de_haut_niveau|niveau_[123]) high-?_?functioning_autism aspergers?
    trouble_envahissant_du_developpement gilles_de_la_tourette
    retard_(?:mental|intellectuel|global_de_developpement|psychomoteur|de_croissance)
    deficience_(?:intellectuelle|visuelle|auditive|physique|motrice|langagiere)(?:_(?:legere|moyenne|severe|profonde))?
    intellectual_(?:disability|impairment) learning_disabilit(?:y|ies) developmental_disabilit(?:y|ies)
    dysorthographie dyspraxia dysphasia dysgraphie dyslexia dyscalculia trisomie_(?:21|18|13)
    trisomy_(?:21|18|13) down'?s(?:_syndrome)? x_fragile
    syndrome_(?:de_down|du_x_fragile|d'asperger|de_l'x_fragile|de_tourette|de_gilles_de_la_tourette|des_jambes_sans_repos|de_fatigue_chronique|du_tunnel_carpien|du_canal_carpien|nephrotique|de_rett|de_marfan|d'ehlers-danlos|de_sjogren|de_turner|des_ovaires_polykystiques|d'alcoolisation_foetale|de_guillain-barre|de_la_queue_de_cheval|pre-?menstruel|metabolique|de_stockholm|de_diogene|myelodysplasique|post-?commotionnel|prader-willi|de_prader-willi)
    fetal_alcohol(?:_spectrum_disorder|_syndrome)? fasd tsaf boulimie(?:_nerveuse)? bulimia(?:_nervosa)?
    anorexie(?:_(?:mentale|nerveuse))? anorexia(?:_nervosa)? hyperphagie(?:_boulimique)? binge_eating(?:_disorder)?
    eating_disorders? trouble_alimentaire arfid pica dependances?_(?:a|au|aux|a_la|a_l')_?[a-z']+
    addictions?_(?:to|a|au|aux)_[a-z']+ alcohol_(?:addiction|abuse|dependence|problem|use_disorder)
    (?:gambling|opioid|drug|cocaine|heroin|alcohol|fentanyl|meth|crack|pill)_(?:addiction|habit|problem)
    jeu_pathologique probleme_de_(?:boisson|drogues?|consommation|toxicomanie)
    probleme_d'(?:alcool|alcoolisme|drogue|anxiete|insomnie|audition|allergies?|epilepsie|asthme|arthrose|arthrite|obesite)
    delirium_tremens delirium (?:idees|pensees)_(?:suicidaires|noires) suicidal_(?:ideation|thoughts)
    tentatives?_de_suicide suicide_attempts? overdoses? dysphorie(?:_de_genre)? gender_dysphoria mutisme_selectif
    selective_mutism trichotillomanie kleptomanie misophonie tocs? deuil_pathologique
    degenerescence_(?:maculaire|de_la_macula)(?:_liee_a_l'age)? (?:wet_|dry_)?macular_degeneration glaucomes?
    cataractes?_aux_yeux keratoconus keratocones? decollements?_(?:de_la_retine|de_retine|du_vitre)
    retinopathies?_diabetiques? nystagmus daltonisme vision_(?:floue|embrouillee) blurr(?:y|ed)_vision
    colou?r_blindness diplopie double_vision
    myopie(?:_(?:severe|forte))? uveites? occlusion_veineuse pterygion chalazion conjunctivitis conjonctivites?
    pink_eye stargardt hemianopsie cecite_legale legal_blindness
    surdite_(?:profonde|severe|partielle|congenitale|totale|unilaterale) perte_(?:d'audition|auditive|de_l'ouie)
    acouphene meniere(?:'?s)?(?:_disease)? otospongiose otosclerosis labyrinthite cholesteatome
    vertiges?_(?:positionnels?|de_meniere)(?:_[a-z-]+)? hyperacousie hearing_impairment
    psoriasis_(?:en_plaques|pustuleux) plaque_psoriasis eczema_(?:atopique|severe|chronique) atopic_dermatitis
    dermatite_(?:atopique|seborrheique|de_contact) urticaire_chronique chronic_hives
    hidradenite_(?:suppuree|suppurative) hidradenitis_suppurativa pemphigoide alopecia_areata alopecie_[a-z]+
    lichen_(?:plan|scleroatrophique) lichen_sclerosus acne_kystique cystic_acne verrues? warts zonas?
    cellulites?_infectieuses? erysipele gale teigne ringworm lupus_erythemateux(?:_(?:dissemine|systemique))?
    sclerodermie psoriasis_du_cuir_chevelu melasma hyperhidrose ichtyose ichthyosis epidermolyse_bulleuse
    epidermolysis_bullosa keloides? furoncles? mycoses?_[a-z]+ toenail_fungus athlete's_foot punaises_de_peau
    plaies?_(?:de_pression|diabetiques?|de_lit) pied_diabetique diabetic_foot(?:_ulcers?)?
    adenomyose adenomyosis fibromes?_uterins? uterine_fibroids?
    kystes?_(?:ovariens?|aux_ovaires|sebace|pilonidal|synovial|de_baker|au_sein|au_rein|a_l'ovaire|aux_reins)
    ovarian_cysts? pilonidal_cyst baker's_cyst ovaires_polykystiques polycystic_ovar(?:y|ies)(?:_syndrome)?
    amenorrhee dysmenorrhee menorragie heavy_(?:periods|bleeding) vaginites?
    descente_(?:de_vessie|d'organes) prolapsed?_(?:bladder|uterus) mastites? menopause_(?:precoce)? early_menopause
    grossesses?_(?:a_risque|ectopique|gemellaire|extra-?uterine|multiple|difficile|non_desiree|molaire)
    high-?_?risk_pregnanc(?:y|ies) ectopic_pregnanc(?:y|ies) twin_pregnancy fausses?_couches? miscarriages?
    pre-?eclampsi(?:e|a) placenta_pra?evia decollement_(?:placentaire|du_placenta)
    hyperemese(?:_gravidique)? hyperemesis accouchement_premature naissance_prematuree mort_(?:foetale|in_utero)
    mort-?ne(?:e)? infertilit(?:e|y) vomissements_de_grossesse vih\/sida hiv\/aids hiv(?:-|_)?(?:1|positive)?
    vih_positi(?:f|ve) hiv_positive
    mts chlamydiose herpes_(?:genital|labial|zoster) condylomes? papillomes?
    mono cytomegalovirus epstein-?barr hepatites?_[abcde] c\.?_diff(?:icile)? septicemies?
    choc_septique flesh-?_?eating_(?:bacteria|disease)
    necrotizing_fasciitis osteomyelite osteomyelitis tetanos tetanus botulisme legionellose west_nile(?:_virus)?
    virus_du_nil zika chikungunya variole_(?:du_singe|simienne) mpox shigellose e\.?_coli
    gastro(?<!le_gastro)(?<!du_gastro)(?<!mon_gastro)(?<!son_gastro)(?<!un_gastro)(?:_(?:virale|bug|infection|aigue))?(?!_(?:is|says?|said|told|dit|m'a|a_dit|veut|wants?|who|qui|dr\.?|doctor)_)
    food_poisoning intoxication_alimentaire empoisonnement parasites_intestinaux vers_intestinaux pinworms oxyures
    tenia hantavirus rage_humaine covid(?:-|_)?(?:19|long)? sequelles_covid bronchiolites? faux_croup
    pertussis polio roseole cinquieme_maladie pied-main-bouche rheumatic_(?:fever|heart_disease)
    fievres?_(?:rhumatismale|jaune|q|des_foins)
    rhumatismes?_(?:articulaires?(?:_aigus?)?|psoriasiques?|inflammatoires?) (?:typhoid|yellow|dengue|valley|glandular)_fever
    cardiopathies?(?:_(?:congenitales?|ischemiques?))? coronaropathies? hole_in_(?:my|his|her|the)_heart
    trou_(?:dans_le|au)_coe?ur congenital_heart_(?:disease|defect) tetralogie_de_fallot
    tetralogy_of_fallot coarctation communication_inter(?:ventriculaire|auriculaire)
    anomalies?_(?:congenitales?|chromosomiques?|cardiaques?) malformation_congenitale pieds_bots bec-de-lievre
    craniosynostose plagiocephalie torticolis_congenital tongue-?_?ties? ankyloglossi(?:e|a)
    freins?_de_(?:la_)?langue_(?:trop_)?courts? rachitisme rickets
    dyspepsi(?:e|a) nevrites? hidrosadenites? galactosemie leucinose mucopolysaccharidose leucodystrophie
    leukodystrophy adrenoleucodystrophie mitochondrial_disease
    maladie_(?:mitochondriale|metabolique|neuro-?musculaire|neuro-?degenerative|coeliaque|du_foie|du_rein|de_rein|de_reins|de_foie|pulmonaire|vasculaire|osseuse|du_sang|degenerative_des_disques|coronarienne|arterielle|veineuse|de_peau|thyroidienne|invalidante|degenerative|incurable|evolutive|d'addison|de_crohn|de_parkinson|d'alzheimer)
    calculs?_(?:renal|renaux|biliaires?|urinaires?|vesicaux) (?:renal|bladder|bile_duct)_stones? (?:renal_)?calculi rubella
    diphterie diphtheria typhoid typhus cholera trichomon(?:as|iase|iasis) giardias(?:e|is) giardia listeria candidias(?:e|is)
    phlegmons? panaris (?:acute_)?myocardial_infarction maladies?_arterielles?_peripheriques? claudication(?:_intermittente)?
    cholesteatoma amblyopia myopia pterygium secheresses?_oculaires? epanchements?_(?:pleural|pericardique|articulaire)
    (?:pleural|pericardial|joint)_effusions? gastro-?_?enterites? dysplasies?_(?:cervicales?|du_col|renales?|osseuses?)
    scorbut scurvy(?!_dogs?) polycyt?h?emia_vera polyglobulie orteils?_en_marteau hammer_?toes?
    dermatomyosit(?:e|is) polymyosit(?:e|is)
    fragile_x(?:_syndrome)? syndromes?_d'angelman angelman(?:_syndrome)? prader-willi(?:_syndrome)? phenylketonuria
    amyloidoses? troubles?_(?:de_la_personnalite(?:_(?:limite|borderline|antisociale|narcissique|dependante))?|d'adaptation)
    troubles?_(?:d'usage|de_l'usage|lies?_a_l'usage)_[a-z']+(?:_[a-z']+)?
    troubles?_(?:somatiques?|dissociatifs?|delirants?|dysphoriques?)
    cancers?_(?:de_l'endometre|du_rectum|de_l'anus|de_la_vulve|du_larynx|du_pharynx|de_la_vesicule|du_peritoine|des_ganglions|metastatique)
    (?:rectal|vulvar|vaginal|laryngeal|pharyngeal|peritoneal|head_and_neck|metastatic)_cancers? lipom(?:e|a)s?
    nodules?_(?:pulmonaires?|au_sein|au_poumon)
    (?:lung|pulmonary|breast|vocal_cord)_nodules? maux?_d'oreilles? mal_d'oreilles? mal_de_dents? hyperhidrosis
    actinic_keratos[ei]s
    keratoses?_(?:actiniques?|seborrheiques?) hirsutisme? canal_arteriel(?:_persistant)? patent_ductus(?:_arteriosus)?
    laryngomalaci(?:e|a)
    bedwetting jaunisses?_(?:du_nouveau-ne|neonatales?) electrosensibilite intoxications?_(?:au|a_la|aux|par)_[a-z]+
    fievre_typhoide lombosciatalgie cruralgie cervicobrachialgie radiculopath(?:ie|y) myelopath(?:ie|y) discopath(?:ie|y)
    pubalgie talalgie metatarsalgi(?:e|a) dorsalgie omarthrose tenosynovit(?:e|is) synovit(?:e|is) chondrocalcinose pseudogout
    nephrolithias(?:e|is) lithiases?(?:_(?:renales?|biliaires?|urinaires?))? cholelithias(?:e|is) choledocholithias(?:e|is)
    hydrosalpinx
    oligospermie azoospermi(?:e|a) vaginisme? dyspareuni(?:e|a) galactorrhee leucorrhee metrorragies?
    hepatocarcinome hepatocellular_carcinoma cholangiocarcinom(?:e|a) adenocarcinom(?:e|a)s? seminom(?:e|a) chordom(?:e|a)
    thymom(?:e|a)
    medulloblastom(?:e|a) ependymom(?:e|a) oligodendrogliom(?:e|a) craniopharyngiom(?:e|a) chondrosarcom(?:e|a)
    rhabdomyosarcom(?:e|a) liposarcom(?:e|a) (?:carcinoid|neuroendocrine|germ_cell|desmoid|stromal)_tumou?rs?
    tumeurs?_(?:neuroendocrines?|carcinoides?|stromales?)
    macroglobulinemi(?:e|a) myelofibros(?:e|is) myelodysplasi(?:e|a) aplasies?_medullaires? aplastic_an(?:a)?emia
    agranulocytos(?:e|is)
    agammaglobulinemi(?:e|a) (?:primary_)?immunodeficienc(?:y|ies)
    immunodeficiences?(?:_(?:primaires?|combinees?|commune_variable))?
    blepharospasme? blepharoptos(?:e|is) ptosis nevrites?_optiques? scleritis episclerites? presbyopia
    hypermetropie hyperopia
    trachom(?:e|a) anosmi(?:e|a) presbycusis dysphoni(?:e|a) paralysies?_(?:faciales?|des_cordes_vocales)
    facial_(?:palsy|paralysis)
    mastoidit(?:e|is) parotidit(?:e|is) sialadenit(?:e|is) parodontit(?:e|is)
    periodontit(?:e|is)
    cardiomegali(?:e|a) splenomegali(?:e|a) hepatomegali(?:e|a) hypertriglyceridemi(?:e|a) dyslipidemi(?:e|a) hyperlipidemi(?:e|a)
    hyperuricemi(?:e|a) hyperkaliemie hyperkalemia hypothermi(?:e|a) proctit(?:e|is) rectocele cystocele enterocele ileus
    (?:vasovagal|nephritic|nephrotic|hepatorenal|carcinoid|compartment|sjogren's|sweet's|reye's|kawasaki|churg-strauss|goodpasture|alport|bartter|gitelman|noonan|digeorge|rett|cri_du_chat|piriformis|tourette's|turner|marfan|cushing's|lynch|gilbert|zollinger-ellison|short_bowel|long_qt|brugada|wolff-parkinson-white|sick_sinus|postural_tachycardia|thoracic_outlet|cauda_equina|locked-in|post-concussion)_syndrome
    syndromes?_(?:de_(?:kawasaki|reye|goodpasture|bartter|gitelman|noonan|digeorge|brugada|gilbert|zollinger-ellison|budd-chiari|raynaud|gougerot-sjogren|wolff-parkinson-white|wernicke-korsakoff|williams|klinefelter|cushing|lyell|stevens-johnson|felty|reiter|evans|barth|usher|alport|sanfilippo|hurler|morquio|leigh|leucocytes_paresseux)|d'(?:alport|usher|evans|ondine|apnee_du_sommeil)|du_(?:qt_long|piriforme|grele_court|defile_thoracique|canal_de_guyon|choc_toxique|bebe_secoue)|coronarien_aigu|vagal|cerebelleux|parkinsonien|paraneoplasique)
    neuromuscular_disease neurodegenerative_disease fibrose_(?:kystique|pulmonaire|hepatique) spherocytose
    anemie_de_fanconi sickle(?:-|_)cell(?:_(?:an(?:a)?emia|disease|trait))? thalassemie_(?:majeure|mineure)
    tyrosinemie(?:_hereditaire)? acidose_lactique
    maladie_de_(?:tay-sachs|batten|krabbe|niemann-pick|lafora|alexander|canavan|menkes|hunter|stargardt|best|perthes|osgood-schlatter|sever|freiberg|ledderhose|kienbock|still|legg-calve-perthes|bowen|berger|liddle|bright|conn|plummer|de_quervain|biermer|rendu-osler|moyamoya|devic|pick|lou_gehrig|kennedy|pott|charcot-marie-tooth|lapeyronie|hailey-hailey|darier|haglund|crigler-najjar|menetrier|bechterew)
    charcot-marie-tooth tay-sachs perthes osgood-schlatter still's_disease legg-calve-perthes moyamoya
    (?:tay-sachs|batten|krabbe|niemann-pick|still|berger|pick|legg-calve-perthes|degenerative|progressive|thyroid_eye|pelvic_inflammatory|interstitial_lung|peripheral_artery|peripheral_vascular|polycystic_kidney|fatty_liver|von_hippel-lindau|hand,_foot_and_mouth|mitochondrial|connective_tissue|mixed_connective_tissue|hyperthyroid|degenerative_joint|spinal|nerve|coronary_heart|valvular|brain)_disease
    scolioses?_(?:severe|idiopathique|lombaire)s? cypho-?scoliose lordose
    discopathies?_(?:degeneratives?|lombaires?|multiples?) degenerative_discs? sciatalgie
    nerf_sciatique(?:_coince)? pinched_nerve nerf_coince lombalgies?(?:_chroniques?)? cervicalgies? dorsalgies?
    low(?:er)?_back_pain maux_de_(?:dos|tete|coe?ur|ventre|reins|gorge|dents)
    mal_(?:de|au|aux)_(?:dos|coe?ur|genoux?|reins|cou)
    mal_(?:a_la_|a_l')(?:hanche|jambe|main|cheville|epaule|oreille|oeil|poitrine|nuque|machoire|cuisse)
    mal_dans_(?:le_|la_|les_|l'|un_|mon_|ma_|mes_)(?:bas_du_)?(?:dos|cou|jambes?|bras|hanches?|epaules?|genoux?|mains?|pieds?|poitrine|ventre|reins|cotes?|tete|gorge|oreilles?|yeux|chevilles?|poignets?)
    douleurs?_(?:chroniques?|lombaires?|articulaires?|thoraciques?|neuropathiques?|dorsales?|musculaires?|fantomes?|pelviennes?|abdominales?|au_dos|cervicales?)
    chest_pains? joint_pain muscle_pain abdominal_pain knee_pain neck_pain shoulder_pain hip_pain nerve_pain
    pelvic_pain leg_pain stomach_pain phantom_pain tendinopathies? tendinoses?
    tendinites?_(?:a_l'epaule|de_l'epaule|du_coude|d'achille|au_poignet|du_genou|calcifiante|chronique)
    bursites?_(?:a_l'epaule|de_l'epaule|a_la_hanche|de_la_hanche|au_genou|trochanterienne)
    achilles_(?:tendinitis|tendon_rupture) (?:torn|ruptured)_achilles tennis(?:-|_)elbow epicondylites?
    fasciite_plantaire syndrome_rotulien bad_(?:back|hip|knee|heart|knees) mal_des_transports
    motion_sickness obesite_(?:morbide|severe) morbid_obesity malnutrition denutrition cachexie deshydratation
    dehydration amnesi(?:e|a) agueusi(?:e|a) astigmatism[e]? presbyti(?:e|sme) orgelets? achalasi(?:e|a) sibo
    rhinosinusites? (?:unstable|stable)_angina angines?_(?:instables?|de_prinzmetal) colons?_spastiques? dysplasi(?:e|a)s?_du_col
    psychose_puerperale (?:vitamin_d|iron|b12|growth_hormone|immune|enzyme)_deficiency carences?_en_(?:vitamine_)?[a-z0-9]+
    deficits?_(?:immunitaire|en_hormones?_de_croissance|auditif|visuel|cognitif)s? hyperlaxite hypermobility hallux_valgus
    (?:pieds?|genoux?)_(?:plats?|creux|varus|valgus) avascular_necrosis
    ruptures?_d(?:u|es|'un)_(?:ligament|tendon|menisque)s?(?:_croises?)?
    tumeurs?_(?:a_l'hypophyse|au_cerveau|hypophysaires?) phobi(?:e|a)s?_(?:scolaire|sociale|d'impulsion)s? depersonnali[sz]ation
    cocainomanie jeu_compulsif aphasies?_primaires?_progressives? zonas?_(?:ophtalmiques?|au_[a-z]+) (?:gunshot|stab)_wounds?
    plaies?_par_balles? coups?_de_chaleur heat_?_?stroke intoxications?_(?:au_[a-z]+|par_[a-z]+) tick_bites?
    prematurite reflux_du_nourrisson frein_lingual intolerances?_aux_proteines(?:_[a-z]+){0,3} sclerodermas? cauda_equina
    polymyalgia_rheumatica dupuytren(?:'?s)?(?:_contracture)? abscessed_(?:tooth|teeth|molar)
    (?:liver|bone|brain|lung)_metastas[ei]s
    metastases_(?:au|aux|hepatiques?|osseuses?|cerebrales?|pulmonaires?)(?:_[a-z]+)?
    (?:nerve|brain|liver|kidney|lung|heart)_damage
    (?:dommages?|sequelles)_(?:aux?|cerebra(?:l|le|ux)|neurologiques?)(?:_[a-z]+)? swallowing_(?:problems?|difficulties)
    paralysies?_(?:du_plexus_brachial|d'un_cote|du_visage) anal_fistulas? von_willebrand_disease droopy_eyelids?
    """

#: Symptoms that say how somebody is.
SYMPTOMS: Final = r"""
    etourdissements? dizziness dizzy_spells? evanouissements? fainting(?:_spells?)? blackouts? syncopes?
    engourdissements? numbness tingling fourmillements spasmes?(?:_musculaires?)? muscle_spasms? crampes? cramps
    brulements?_d'estomac brulures?_d'estomac heartburn ballonnements bloating insomnies? cauchemars_recurrents
    essoufflement shortness_of_breath difficultes?_(?:respiratoires?|a_respirer|a_marcher|de_concentration)
    breathing_(?:problems?|difficulties|trouble) trouble_(?:breathing|walking|sleeping) arthralgies? myalgies?
    bouffees?_de_chaleur hot_flashes hot_flushes sueurs_nocturnes night_sweats
    saignements?_(?:de_nez|menstruels?|abondants?|rectal|vaginaux|anormaux) nose_?bleeds?
    sang_dans_(?:les_urines|les_selles|mes_urines|mes_selles|ses_urines|ses_selles)
    blood_in_(?:my|his|her)_(?:urine|stools?) eruptions?_cutanees? skin_rash(?:es)? rash demangeaisons itching
    plaques_rouges jambes_enflees swollen_(?:legs?|ankles?|feet|knees?|joints?|glands?|lymph_nodes?|tonsils)
    loss_of_(?:smell|taste|vision|balance|appetite|consciousness|hearing)
    perte_(?:de_poids|d'odorat|de_gout|d'appetit|de_cheveux|d'autonomie|de_cognition|de_motricite|de_sensibilite) weight_loss
    weight_gain prise_de_poids hair_loss prises?_de_poids anhedonie apathie confusion_mentale
    hallucinations?_(?:auditives|visuelles) acces_de_panique anxious_thoughts blood_pressure_problems
    tension_(?:arterielle|elevee) haute_pression basse_pression pression_(?:haute|basse|elevee|arterielle_elevee)
    high_(?:blood_sugar|sugar|triglycerides|bp) low_blood_(?:pressure|sugar) hypertriglyceridemie triglycerides_eleves
    cholesterol_eleve
    problemes?_de_(?:pression|cholesterol|tension|sante_mentale|circulation|thyroide|sommeil|memoire|digestion|mobilite|jambes|poumons|sinus|vertiges?|vessie|intestins?|glande_thyroide|coeur|genoux|peau|yeux|dents|fertilite|alcool|boisson|drogues?|comportement|langage|sang|nerfs|anxiete|depression|hanches?|epaules?|estomac|ouie|oreilles?|poids|sante_[a-z]+|sante)
    (?:heart|back|kidney|liver|lung|thyroid|memory|sleep|mobility|vision|hearing|stomach|skin|knee|hip|balance|breathing|eye|prostate|bladder|nerve|fertility|circulation|digestive|blood_pressure|anger|drinking|drug|alcohol|gambling|weight|speech|bowel|mental|health)_(?:problems?|issues?|troubles?|conditions?)
    """

#: What informal or hurried writers make of the commonest names, where more goes astray than a doubled letter or an i for a y.
MISSPELT: Final = r"""
    diabette?s? diabet diabetis diabetise asme asmhe ashma asma astme astma astmes? alzheimeur alz?heimers? alzaimer
    alzaymer alsheimer alzeimer'?s? altzeimer altzheimer'?s? alzhimer'?s? parkinsson parckinson parkison'?s?
    park[iy]nson eplepsie epilepcie epylepsie epilespy epilepsi epilespie shizophreni[ea] schyzophrenie schizofrenie
    skizophrenie schizophernia squizophrenie depresion depretion deppression depresssion anxiter anxity anxiaty
    anxieter anxieti hipertension ypertension hypertention hypertansion cansers? canser cancert fybromyalgi[ea]
    fibromalgi[ea] fibromyalgy fibromyaglie arthritte artrite artritis arthritus athritis arthritise artrose artroze
    ostheoporose osteoporoze migrene migrenes migrane migranes leucemi leukimia leukemea pneumoni numonia neumonia
    pnemonia pneumoniae bronchit bronkite bronchitus emphyzeme emphasyma emphesema enphysema ephysema emphisema ezcema
    exema eksema exzema egzema excema ecsema soriasis psoriassis psorasis syrose cirrose cirrosis cirosis cirohsis
    hemmorroides hemoroides? hemeroids hemroids hemorhoids? sclerose_en_plauqes? sclerose_an_plaques? sclerose_en_plac
    multiple_schlerosis multiple_sclerosus burnaoute burnaout burn-aout bipolere bipolarie bi-?polaire bi-?polar
    autisim autisum autizme otisme autistme dislexie dyslexi dislexia dyslexcie tdha thada tdah?h dahd adhad ashperger
    asberger aspergerz insomni insomnya apnee_du_someil apne apnea_du_sommeil sleep_apnia sleep_apnee zonna stroak
    avs_cerebral infractus infartus enfarctus heart_atack hart_attack heartattack chron'?s(?:_disease)? chrones?
    crones?_disease crohns? krohn krone's celliac(?:_disease)? ceiliac(?:_disease)? coeliaque siliac glocome
    glaucoma's cataracs cateracts? catarates? cateracte alcolisme alcoholisme alcolism toxicomani dimensia demensia
    dementhia demantia dimentia thiroide hypotyroidie hypothiroidie hypothyroide hypo-?thyroidi(?:e|sm)
    hyper-?thyroidi(?:e|sm) hyper-?tension hypo-?glycemie endometriause endometriose endometrosis endometriousis
    scolliose skoliose scoliosus sciatiq siatique cyatique siatica cyatica hernie_discal hernie_discalle
    erni[ea]s?_discales? herniatted_disc hernated_dis[ck] fracure fractur tendinitte tendonit(?:e|is) tandinite bursit
    bursitte tubercolose tuberculos eppilepsy epilepsie'? epelepsy siezures? seazures? seisures? miscariage miscarrage
    faus(?:se)?_couche fosse_couche meningit mononucleos monoucleose varicel(?:le)? veruole varicele asthmas? lukemia
    leucmie cancer_de_la_postate postate_cancer prostrate_cancer cancer_du_sain cancer_du_pancrea arythmi arithmie
    arythmia anemi annemie anemya hemofilie emophilie hemofilia anevrism anneurisme anevrysme aneurism anurysm
    cholesterole colesterol cholestorol chlolesterol colestrol insufisance_(?:renale|cardiaque|respiratoire)
    insufficence_(?:renale|cardiaque) kidny_(?:disease|failure|stones?) diabeties diebetes diabets diabeets diabeatis
    laringite otit sinusit pancriatite apendicite appendisite appendecitis apendicitis
    """

#: What a person did to a limb.
BROKEN: Final = r"""
    (?:tried|attempted|committed)_suicide perdu_(?:le|notre|mon|un|son)_bebe
    tried_to_(?:kill|hurt|hang)_(?:himself|herself|myself|themselves) overdosed
    perdu_(?:la_(?:vue|vision|memoire)|l'(?:ouie|audition)|un_(?:oeil|pied|bras|doigt|rein|sein)|une_jambe)
    lost_(?:my|his|her)_(?:sight|eyesight|vision|hearing(?!_(?:date|aid|test))|memory)
    miscarried lost_(?:the|our|my)_baby
    de_la_confusion(?!_(?:sur|entre|dans|quant|concernant|a_propos|au_sujet|avec|parmi)) suicidee?s?
    tente_de_(?:se|me|s'enlever|m'enlever)_(?:suicider|tuer|la_vie) had_a_(?:fall|breakdown)
    (?:coupe|sectionne|ampute|ecrase|arrache)_(?:un|le|la|les|deux|trois|une?)_(?:doigts?|pouce|orteils?|bout_du_doigt|tendons?(?!_d(?:u|e_la|es)_)|main|poignet|ligament)
    (?:severed|tore|cut)_(?:a|my|his|her)_(?:tendon|ligament|muscle)
    (?:burned|burnt|cut_off|cut|crushed|lost|severed|amputated|mangled)_(?:my|his|her|a|two|three)_(?:left_|right_)?(?:hands?|fingers?|thumb|fingertips?|toes?|leg|arm|foot)
    (?:broke|fractured|sprained|tore|dislocated|shattered|twisted)_(?:my|his|her)_(?:left_|right_)?(?:hip|legs?|arms?|wrists?|ankles?|shoulder|collarbone|elbow|foot|hand|knee|ribs?|back|neck|nose|toes?|fingers?|pelvis|femur|acl|meniscus)
    (?:cassee?s?|fracturee?s?|foulee?s?|tordue?s?|dechiree?s?|brisee?s?|disloquee?s?)_(?:la|le|les|l'|une?|deux)_?(?:jambes?|bras|cheville|poignets?|hanche|epaule|clavicule|genou|pied|doigts?|orteils?|cotes?|nez|coude|bassin|femur|col_du_femur|ligament|menisque|main|dos)(?:_(?:gauche|droite?)(?![a-z]))?
    """

#: What makes a thing of the limb: "broke my arm chair".
LIMB_TAIL: Final = (
    r"(?![ ](?:chairs?|rests?|bands?|rails?|doors?|porch|yard|fence|windows?|steps?|stairs|deck|gate|bags?|locks?|nails?"
    r"|clippers?|guards?|pads?|brush|mirrors?|tires?|wheels?|seats?|lights?|pumps?|brakes?|mixer|saw|tools?)(?![a-z]))"
)

#: What a person is, beside `health_terms.STATES`.
BEING: Final = r"""
    demente demented senile
    sclerosee?s?_en_plaques? legally_blind aveugles?_leg(?:al|aux|ale|ales)s? legalement_aveugles?
    (?:partially|half|totally|completely|almost|nearly)_(?:blind|deaf)
    (?:partially|visually|hearing|vision|sight)-?_?(?:sighted|impaired) sourde?s?(?:-_?|_et_|-et-)muet(?:te)?s?
    deaf-?_?(?:and_)?mute muet(?:te)?s? mute non-?_?verba(?:l|le|ux) aphasiques? aphasic
    autistes?_(?:asperger|severe|non_verbal|niveau_[123]|de_haut_niveau) hyperacti(?:f|ve)s? adhd tsa
    neurodivergente?s? neuro-?atypiques? parkinsonien(?:ne)?s? dialysee?s? transplantee?s? stomisee?s?
    tracheotomisee?s? hypothyroidien(?:ne)s? leucemiques? tuberculeu(?:x|se) fibromyalgiques? insomniaques? insomniac
    narcoleptiques? narcoleptic addicte?s? addicted_to_[a-z]+ boulimiques? bulimic
    maniaco-?depressi(?:f|ve)s? manic-?_?depressive en_burn-?_?out burn(?:ed|t)_out en_epuisement en_arret_maladie
    en_arret_de_travail en_conge_(?:de_)?maladie aux_soins_intensifs in_psychiatry en_invalidite en_convalescence
    convalescente?s? infirmes? (?:grande?s?|extremes?)_prematuree?s?
    (?:stung|bitten)_by_(?:an?|some|my|the|his|her)_(?:[a-z']+_)?(?:wasps?|bees?|hornets?|ticks?|spiders?|dogs?|cats?|bats?|snakes?|raccoon)
    (?:piqu|mord)[eu]e?s?_par_(?:un|une|des|le|la|mon|son)_(?:guepes?|abeilles?|frelons?|tiques?|araignees?|chiens?|chats?|serpents?)
    mentally_ill malades?_menta(?:l|le|ux|les)
    deficiente?s?_(?:intellectuel(?:le)?|mental(?:e)?|visuel(?:le)?|auditi(?:f|ve))s?
    handicapee?s?_(?:mental(?:e)?|physique|intellectuel(?:le)?|visuel(?:le)?|moteur)s? intellectually_disabled
    developmentally_disabled mentally_disabled physically_disabled diabetiques?_(?:de_)?type_[12i]+
    (?:type_[12]|insulin-?_?dependent|brittle)_diabetic diabetic_type_[12] immunodeprimee?s? immuno-?compromised
    immuno-?deprimee?s? immuno-?supprimee?s? hiv\+ en_hormonotherapie
    porteu(?:r|se)s?_(?:du|d'un|de_la|d'une)_(?:gene_|virus_)?[a-z0-9]+ carriers?_of_(?:the_)?[a-z0-9]+(?:_gene|_mutation)?
    positi(?:f|ve)_(?:for|au|a_la|pour_la|pour_le|a|to)_(?:vih|hiv|covid|hepatite|hep|tuberculose|tb|syphilis|influenza|strep)[a-z0-9-]*
    dying_of_[a-z]+ on_life_support in_hospice in_hemodialysis in_dialysis
    en_(?:hemodialyse|oncologie|menopause|insuffisance_(?:renale|cardiaque)|attente_de_(?:chirurgie|greffe)|oxygenotherapie|psychiatrie|readaptation|radiation|cure_de_desintox(?:ication)?)
    enceintes?_de_jumeaux pregnant_with_twins allergic intolerant_to_[a-z]+
    contagi(?:ous|eu(?:x|se))s? hypertensive hemiplegic agoraphobic post-?op wheelchair-?_?bound
    sobres?_depuis_[a-z0-9]+(?:_(?:ans|mois))? (?:sober|clean)_(?:for|since)_[a-z0-9]+(?:_(?:years|months))? abstinente?s?
    intolerante?s?_(?:au|aux|a_la|a)_[a-z]+ lactose_intolerant gluten_intolerant allergiques?
    recovering_(?:alcoholic|addict) drug_addict ancien(?:ne)?_(?:alcoolique|toxicomane) ex-?(?:alcoolique|toxicomane)
    amputee?s?_(?:d'une?|de_la|du|de_l'|des)_?[a-z]+(?:_(?:gauche|droite?))? unijambiste double_amputee amputee
    losing_(?:my|his|her)_(?:sight|hearing|vision|memory|hair) going_(?:blind|deaf)
    sous_(?:respirateur|ventilateur|radiotherapie)
    on_(?:home_oxygen|blood_thinners?|chemotherapy|a_feeding_tube|a_transplant_list|the_transplant_list|immunosuppressants?)
    hypothyroid hyperthyroid phobiques? dependante?s?_(?:aux?|a_l'|a_la)_?[a-z]+ trisomiques?(?:_21)?
    infertile catatoni(?:c|que) intubee? brain-?_?damaged quadraplegic tetraplegic diabete
    rhumatisante? asmathique asmatique asthmathique diabetik asthmatik epileptik aveugl dislexique
    bipolere hyper-?actif autist autisti(?:c|que) anxieu(?:x|se)s? depressi(?:f|ve)
    """
