"""What is done to a person and what one uses or wears for one's health, as patterns over folded lower-case text.

Written as in `health_terms`; add to them freely.
"""

from __future__ import annotations

from typing import Final

#: What is done to a person, beside `health_terms.CARE`.
TREATMENTS: Final = r"""
    orthodontic_treatments? (?:coronary|triple|double|quadruple|gastric)_bypass(?:_surgery)?
    pontages?_(?:coronariens?|aorto-?coronariens?)
    visual_field_(?:tests?|exams?) tests?_(?:du_)?champ_visuel wart_removals? mole_removals? cabg(?:_x[1-5])?
    extractions?_(?:of|de)_(?:(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|deux|trois|quatre|cinq|six|all|her|his|my)_)?(?:teeth|tooth|premolars?|molars?|wisdom_teeth|dents?|premolaires?|molaires?)(?:_de_sagesse)?
    external_breast_prosthesis kits?_de_naloxone naloxone_kits? ct_(?:of|de|du)_(?:the_|la_|l'|his_|her_|my_)?[a-z]+
    ultrasounds?_of_(?:the|his|her|my)_[a-z]+ irm_d(?:e_la|e_l'|u|es)_?[a-z]+ echographies?_d(?:e_la|e_l'|u|es)_?[a-z]+
    greffes?_(?:renale|hepatique|cardiaque|pulmonaire|de_cornee|de_moelle)s?
    (?:renal|kidney|liver|heart|lung|cornea|bone_marrow)_transplants?
    transfus(?:ion|e|ee)s?(?:_(?:deux|trois|2|3)_fois)?
    pulpotom(?:ie|y) pulpectom(?:ie|y) resonances?(?:_magnetiques?)? tomographies? genouilleres? bas_compressifs?
    (?:toric|multifocal|intraocular|scleral)_(?:implants?|lens(?:es)?)
    lentilles?_(?:toriques?|intraoculaires?|multifocales?|sclerales?)
    harnais_(?:de_)?pavlik pavlik_harness casques?_(?:orthopediques?|orthetiques?|correcteurs?)
    tubes_in_(?:his|her|my|both)_ears? tubes_dans_les_oreilles
    wheelchairs? fauteuils?_roulants? chaises?_roulantes?
    angiograph(?:ie|y) coronary_angiogram(?:me)? electromyogram(?:me)?s? electroencephalogram(?:me)?s?
    bone_density(?:_(?:tests?|scans?))?
    tests?_(?:d'audition|pap|de_la_vue) ureteroscop(?:ie|y) sphincterotom(?:ie|y) ercp cpre rectoscop(?:ie|y) phlebotom(?:ie|y)
    thrombectom(?:ie|y) thrombolys(?:e|is) endarteriectomie endarterectomy embolectom(?:ie|y)
    remplacements?_de_(?:la_|sa_|ma_)?(?:valve|hanche)
    (?:ocular|breast|voice|penile)_prosthes(?:is|es) (?:oeil|yeux)_de_verre television?neuses? televisionneuses?
    (?:video|electronic)_magnifiers?
    braille_(?:displays?|notetakers?) plages?_(?:tactiles?_)?braille ostomy_(?:bags?|pouches?|pouch)
    (?:colostomy|ileostomy|urostomy|stoma)_(?:pouch(?:es)?|bags?|supplies)
    tympanoplast(?:ie|y) myringotom(?:ie|y) trabeculectom(?:ie|y) arthrodeses? arthrodesis osteotom(?:ie|y) tenotom(?:ie|y)
    hernioplast(?:ie|y)
    herniorraph(?:ie|y) hemorr?h?oidectom(?:ie|y) fistulectom(?:ie|y) orchidopex(?:ie|y) varicocelectom(?:ie|y)
    (?:varicose_)?vein_(?:surgery|stripping)
    keratoplast(?:ie|y) iridectom(?:ie|y) dacryocystorhinostom(?:ie|y) stapedectom(?:ie|y) mastoidectom(?:ie|y)
    laryngectom(?:ie|y)
    pneumonectom(?:ie|y) segmentectom(?:ie|y) thoracotom(?:ie|y) thoracoscop(?:ie|y) pleurodes(?:e|is) thoracentes(?:e|is)
    paracentes(?:e|is)
    oesophagectomie esophagectomy fundoplicat(?:ion|ure) hemicolectom(?:ie|y) sigmoidectom(?:ie|y) adhesiolys(?:e|is)
    laparotom(?:ie|y)
    urethroplast(?:ie|y) urethrotom(?:ie|y) nephrolithotom(?:ie|y) pyeloplast(?:ie|y) salpingo-?ovariectomie
    salpingo-oophorectomy colporraph(?:ie|y)
    hysteropex(?:ie|y) endometrial_ablation ablations?_de_l'endometre cystopex(?:ie|y) thymectom(?:ie|y)
    foraminotom(?:ie|y) microdiscectom(?:ie|y) cranioplast(?:ie|y) ventriculostom(?:ie|y) (?:vp_)?shunt_(?:surgery|revision)
    (?:deep_brain|vagus_nerve|spinal_cord)_stimulat(?:ion|or) stimulations?_(?:cerebrale_profonde|du_nerf_vague|medullaire)
    synovectom(?:ie|y) capsulotom(?:ie|y) fasciotom(?:ie|y) meniscectom(?:ie|y) hemiarthroplast(?:ie|y) patellectom(?:ie|y)
    bursectom(?:ie|y)
    lymphadenectom(?:ie|y) (?:sentinel_)?lymph_node_(?:biopsy|dissection|removal) curages?_(?:ganglionnaires?|axillaires?)
    exeres(?:e|is)
    (?:car-?t|gene|proton|photodynamic|chelation|plasma|enzyme_replacement|inhalation|vestibular|oxygen|ultraviolet)_therapy
    therapies?_(?:genique|protonique|photodynamique|enzymatique|car-t) protontherapie hadrontherapie vertebroplast(?:ie|y)
    kyphoplast(?:ie|y)
    hippotherapie equitherapie logopedie balneotherapie lymphatic_drainage pressotherapie manchons?_de_compression
    compression_sleeves?
    (?:genou|hanche|epaule|valve|cheville)s?_(?:remplacee?|operee?)s?
    (?:hip|knee|shoulder|ankle|valve|lens)s?_(?:replaced|operated_on)
    lasik prk_surgery ablation_cardiaque heart_ablation reconstruction_(?:mammaire|du_ligament_croise) amygdalectomie
    adenoidectom(?:ie|y) (?:sleeve|bypass)_gastrique discectomie lithotrit(?:ie|y) lithotripsy
    chirurgie_du_rachis breast_reconstruction
    acl_(?:reconstruction|repair) hernia_repair carpal_tunnel_release bunionectomy knee_arthroscopy
    holter_monitor denervation_facettaire
    home_oxygen oxygene(?:_a_domicile)? (?:home_|portable_)?oxygen(?:_(?:tank|concentrator|therapy|machine|bottles?))?
    concentrateur_d'oxygene bonbonnes?_d'oxygene
    (?:hip|knee|shoulder|valve|heart_valve|joint|aortic_valve|disc|ankle|double_knee|total_hip|total_knee|lens)_(?:replacements?|surgery|operation|implant)
    (?:brain|spine|spinal|neck|foot|hand|wrist|ankle|elbow|sinus|bladder|bowel|colon|stomach|thyroid|hernia|gallbladder|jaw|weight-loss|weight_loss|laparoscopic|open-heart|open_heart|bypass|emergency|reconstructive|plastic|cancer|jaw|carpal_tunnel|disc|vascular|lung|kidney|liver|ear|throat|tonsil|gender|top|bottom|oral|cosmetic|corrective|orthopedic|cardiac)_(?:surgery|surgeries|operation)
    (?:kidney|liver|heart|lung|double_lung|bone_marrow|stem_cell|cornea|corneal|pancreas|hair|skin|fecal)_(?:transplants?|grafts?|transplantation)
    transplants? transplantations?(?:_[a-z]+)?
    greffes?(?:_(?:de_|d'|du_|de_la_)?(?:reins?|foie|coe?ur|poumons?|cornee|moelle(?:_osseuse)?|cellules_souches|pancreas|peau|os|renale|hepatique|cardiaque|pulmonaire))?
    greffe_(?:renale|hepatique|cardiaque|pulmonaire|osseuse|bi-?pulmonaire) gastric_(?:bypass|sleeve|band)
    anneau_gastrique defibrillateur(?:_(?:cardiaque|implantable))? (?:implanted_)?defibrillator
    valve_(?:cardiaque|mecanique|aortique|mitrale) (?:triple|quadruple|double)_(?:bypass|pontage) quadruple_pontage
    pacemakers? stents?
    prothese_(?:oculaire|mammaire|de_jambe|de_bras|totale|de_l'epaule|de_la_hanche|du_genou|mammaires)
    protheses?_(?:auditives?|mammaires?) prosthetic_(?:leg|arm|hand|foot|eye|limb)
    artificial_(?:leg|arm|eye|limb|heart|valve|hip|knee|kidney|heart_valve)
    (?:hanche|jambe|main|valve|epaule)s?_artificielles? (?:genou|coe?ur|rein|oeil|bras)x?_artificiels? oeil_de_vitre glass_eye
    chimios? chimiotherapies?
    chemo_treatments? radiations? radiotherapies? curietherapie brachytherap(?:ie|y) radiation_treatments?
    immunotherapies? cancer_treatments? iv_(?:treatments?|infusions?|antibiotics?|therapy) iron_infusions?
    infusions?_(?:de_|d'|of_)[a-z]+
    (?:eye|cortisone|botox|insulin|steroid|knee|epidural|hormone|allergy|b12|ozempic|testosterone)_(?:injections?|shots?)
    injections?_(?:de_|d'|dans_l'|au_|a_l'|in_the_|dans_les_|dans_la_)[a-z]+ piqures?_(?:de_|d')[a-z]+ epidurale?
    peridurale epidural blocs?_facettaires? nerve_blocks? bloc_nerveux hemodialyses? dialyse_peritoneale
    peritoneal_dialysis dialyses? colostomy_bag sac_de_(?:stomie|colostomie) ostomy(?:_bag)? stoma_bag
    sondes?_(?:urinaires?|gastriques?|d'alimentation) catheters? gavages? tube_feeding picc_?line port-?a-?cath
    blood_transfusions? transfusions?(?:_(?:sanguines?|de_sang))? plasmapherese plasmapheresis phototherapie
    phototherapy luminotherapie light_therapy ketamine_(?:infusions?|treatments?) tms_(?:treatments?|therapy)
    ergo(?:therapie)? inhalotherapie (?:fertility|ivf|infertility)_treatments?
    traitements?_(?:de_fertilite|de_chimio(?:therapie)?|de_radiotherapie|de_dialyse|contre_le_cancer|hormonaux?|de_radiations?|de_canal|d'oxygene)
    procreation_(?:medicalement_)?assistee pma insemination_artificielle embryo_transfer transfert_d'embryons
    angiograms? angiographie coronarographie cardioversion (?:pet|bone|brain|cat|mri)_?-?scans? tep_scan
    scan_cerebral holter doppler polysomnographie sleep_study etude_du_sommeil amniocent(?:ese|esis)
    pap_(?:test|smear) echocardiogram(?:me)? anesthesies?_(?:generale|locale|regionale)s?
    (?:general|local)_ana?esth(?:esia|etics?)
    (?:pre-?natal|obstetrical|obstetric|pelvic|abdominal|breast|thyroid|cardiac|renal|kidney|testicular|transvaginal|fetal|liver|carotid|dating|anatomy)_(?:ultrasounds?|scans?|sonograms?)
    (?:cardiac|knee|spine|spinal|shoulder|breast|pelvic|lumbar|head|hip|abdominal|back|neck|prostate|liver|brain)_(?:mris?|ct_scans?|x-?rays?)
    (?:chest|dental|hand|foot|ankle|wrist|knee|hip|pelvis)_x-?rays?
    (?:breast|liver|skin|kidney|lung|bone_marrow|prostate|thyroid|cervical|lymph_node|muscle|nerve|endometrial)_biops(?:y|ies)
    echographies?_(?:obstetricale|pelvienne|cardiaque|mammaire|abdominale|renale|transvaginale|endovaginale|foetale|prenatale|thyroidienne)s?
    echographies?_de_(?:grossesse|datation|depistage)
    echos?_(?:de_grossesse|cardiaques?|pelviennes?|mammaires?|abdominales?|foetales?)
    irm_(?:cerebrale|cardiaque|lombaire|mammaire|prostatique|du_[a-z]+|de_la_[a-z]+|de_l'[a-z]+|des_[a-z]+)
    (?:radio|radiographie)s?_(?:pulmonaires?|du_(?:thorax|dos|genou|pied|bassin|poignet)|de_la_(?:hanche|cheville|main)|des_poumons)
    interruptions?_(?:volontaires?_)?de_(?:la_)?grossesse termination_of_pregnancy (?:genetic|paternity|sti|std|hiv)_testing
    appareils?_a_pression_positive(?:_continue)? (?:positive_airway|positive|airway)_pressure_(?:machines?|devices?|therapy)
    chirurgies?_refractives? traitements?_au_laser lunettes_prismatiques
    perfusions?_d(?:e_fer|e_solute|e_remicade|'antibiotiques) catheteri[sz]ations?
    chest_tubes? drains?_thoraciques? tracheo(?:stomie)? greffes?_de_(?:cheveux|gencives?|peau)
    (?:hernia|cancer|strabismus|tumou?r|day|outpatient|aneurysm|carotid|fistula|cataract|transplant|fertility)_surger(?:y|ies)
    derivations?_(?:gastrique|biliaire)s? gastric_balloon gastrectomie_en_manche cerclage episiotomi(?:e|y) stimulation_ovarienne
    (?:don|congelation|prelevement)s?_d'(?:ovules?|ovocytes?|embryons?) egg_(?:donation|retrieval) reconstructions?_du_sein
    autogreffes? lithotripsie rhizotomi(?:e|y) toxine_botulique decompressions?_(?:spinale|lombaire)s? osteotomi(?:e|y)
    osteosynthese
    (?:screws?|rods?|pins?|plates?)_in_(?:my|his|her)_(?:legs?|knees?|hips?|back|spine|ankles?|wrists?|arms?|femur|foot|shoulder|neck|jaw|elbow|hand)
    (?:vis|tiges?|plaques?|broches?)_(?:dans_(?:la|le|ma|mon)|au|a_la)_(?:jambe|genou|femur|dos|cheville|poignet|hanche|tibia|bras|colonne)
    injections?_intravitreennes? implants?_(?:oculaire|cochleaire|dentaire|mammaire|contraceptif)s? iridotomi(?:e|y) gum_grafts?
    cryotherapi(?:e|y)
    traitements?_(?:aux_steroides|d'orthodontie|a_la_methadone|de_methadone|a_l'iode|aux_antibiotiques|psychiatriques?|antirejet)
    therapi(?:e|es)_(?:cognitive|de_couple|emdr|ciblee) stimulation_magnetique(?:_transcranienne)?
    suivis?_(?:psychiatrique|oncologique|psychologique)s?
    (?:pap|sperm|urine|glucose|swallow|nerve_conduction)_tests? tests?_(?:de_pap|auditifs?|de_glycemie|de_memoire|vih|urinaires?)
    hysterosalpingographie spermogrammes? audiogram(?:me)?s?
    suivis?_post-?_?(?:greffe|operatoire|cancer|avc)(?:_d(?:e_|u_)[a-z]+)? new_(?:hip|knee|liver|lungs?) new_kidneys?(?!_beans?)
    hanche_neuve genou_neuf nouvelle_hanche nouveau_(?:genou|rein|foie) cultures?_d'urine champs?_visuels? barium_swallow tms
    respirateurs? scooters?_electriques? ceintures?_lombaires? bottes?_de_marche walking_boots?
    ortheses?_de_(?:genou|cheville|poignet)
    matelas_anti-?escarres? protheses?_capillaires? lift_chairs? wigs?_for_chemo (?:hernia|vaginal|bladder)_mesh wound_care
    (?:heart|aortic|mitral)_valve_replaced (?:toes?|foot|leg|fingers?|arm)_amputated
    (?:kidney_stones?|tumou?rs?|polyps?|fibroids?)_removed
    (?:rabies|tetanus|allergy|b12|cortisone|hormone)_shots? mechanical_(?:heart_)?valve facet_(?:block|injection)s?
    (?:psychiatric|psychological|oncology)_(?:report|file|record)s?
    (?:dossier|rapport|bilan)s?_(?:d'oncologie|psychiatriques?|de_psychiatrie|psychologiques?) colostomy_reversal
    (?:psychiatric|neuropsych|psychological|developmental)_(?:evaluation|assessment|follow-?_?up)s? echographies? ultrasounds?
    mammograms?
    biopsies?(?:_(?:du|de_la|des)_[a-z]+|_de_(?:prostate|peau|sein|foie|rein|moelle))? coloscopies? colonoscopies
    gastroscopies? scintigraphie
    osteodensitometrie bone_density_test hysterectomies? mastectomies? double_mastectomy
    mastectomie_(?:double|totale|partielle) tumorectomie orchidectomie orchiectomy discoidectomie discectomy
    fusion_(?:lombaire|cervicale|vertebrale) spinal_fusion meniscectomie
    chirurgie_(?:au_laser|de_la_cataracte|du_canal_carpien|du_dos|a_coe?ur_ouvert|d'un_jour|plastique|reconstructive|mammaire|vasculaire|ophtalmique|de_l'obesite|au_genou|au_dos|a_la_hanche|a_l'epaule|au_coe?ur)
    operations?_(?:a_coe?ur_ouvert|au_coe?ur|au_dos|au_genou|a_l'epaule|du_coe?ur|du_genou|du_canal_carpien|de_la_cataracte|des_yeux|pour_une_hernie|for_a_hernia)
    therapies?_(?:cognitivo?-?comportementale|de_groupe|individuelle|hormonale|familiale) behavio(?:u)?ral_therapy cbt
    emdr cures?_de_desintox(?:ication)? methadone_(?:treatment|program) desintox(?:ication)?
    soins_(?:palliatifs|de_fin_de_vie|a_domicile_palliatifs) hospice_care c-?sections? cesariennes?
    iui hormone_replacement(?:_therapy)? hrt hormonotherapie_substitutive
    gender-?_?affirming_(?:care|hormones?(?:_therapy|_treatments?)?|surger(?:y|ies)|mastectomy|treatments?)
    (?:hormonotherapie|hormone|chirurgie)s?_d'affirmation(?:_de_genre)? (?:femini[sz]ing|masculini[sz]ing)_(?:hormones?|surgery)
    amputations?(?:_(?:de_la|du|des|d'une)_[a-z]+)? ablation_(?:de_la|du|des|d'un|de_l')_?[a-z]+ tonsillectomies?
    extraction_(?:de_dents_de_sagesse|dentaire) wisdom_teeth_(?:removal|surgery) root_canals?
    """

#: What a person uses, wears or was sewn up with.
DEVICES: Final = r"""
    fauteuils?_(?:motorises?|electriques?) (?:motori[sz]ed|power|electric)_(?:wheel)?-?chairs? mobility_scooters?
    quadriporteurs? triporteurs? marchettes? deambulateurs? walkers? rollators? crutches bequilles? cannes?_blanches?
    white_canes? dentiers? dentures? prosthes(?:is|es) prosthetics?
    protheses?(?:_(?:dentaires?|capillaires?|oculaires?|tibiales?|mammaires?|auditives?|totales?|de_hanche|de_genou|de_la_hanche|du_genou|d'epaule|de_jambe|de_bras))?
    orthotics ortheses?_(?:plantaires?|tibiales?|jambieres?|palmaires?|du_pied|de_nuit) attelles? splints?
    (?:ponseti|serial|spica|leg|arm|body)_casts? platres?_(?:de_)?ponseti
    platres? casts? (?:leg|back|knee|neck|wrist)_braces? corset_(?:orthopedique|lombaire) collier_cervical
    bas_(?:de_compression|support|de_contention) compression_(?:stockings|socks) stitches points?_de_suture sutures
    dexcom(?:_g[67])? freestyle(?:_libre)?(?:_[23])? libre_[23]
    capteurs?_(?:de_(?:glycemie|glucose|sucre)|dexcom|libre|freestyle) glucometres? glucometers?
    glucose_(?:monitors?|meters?|sensors?) cgm bandelettes(?:_(?:test|de_glycemie|pour_le_diabete))? test_strips
    sterili[sz]ations?(?!_(?:of|de|des|du)_) electrolyses? perruques?_(?:de_chimio|medicales?) thickeners? epaississants?
    monte-?_?escaliers? stair_?lifts? (?:teeth|dental|orthodontic)_braces broches_(?:dentaires?|aux_dents) gamma-?_?knife
    greffons? bariatriques? pansements? (?:wound_)?dressings?(?!_(?:rooms?|gowns?|up|tables?))
    changements?_de_pansements?
    lancettes? lancets insulin_pens? stylos?_(?:a_insuline|injecteurs?|d'insuline|d'epinephrine)
    nebuli[sz](?:er|eur)s? aerochambers? (?:insulin|morphine|feeding)_pumps? pompes?_a_(?:insuline|morphine)
    lits?_d'hopital hospital_beds? leve-personnes? couches_(?:d'incontinence|pour_adultes?) adult_diapers
    incontinence_(?:pads|products|briefs) urostom(?:ie|y) nephrostom(?:ie|y) trithera(?:pie|py) bitherapie
    antiretrovira(?:l|ux|le|les|ls) operations?(?!_(?:bancaires?|policieres?|immobilieres?|de_p))
    vaccins?_(?:zona|vph|shingrix|rsv|vrs|pneumocoque|hepatite(?:_[ab])?|tetanos)
    vaccins?_(?:contre|pour)_(?:la_|le_|les_|l')?(?:vph|hepatite(?:_[abc])?|zona|rage|tetanos|pneumocoque|meningocoque|rougeole|varicelle|coqueluche)
    (?:hepatitis_[abc]|hep_[ab]|hpv|shingles|rabies|tetanus|mmr|pneumonia|pneumococcal|meningitis|varicella|measles)_(?:vaccines?|boosters?)
    electroconvulsive_therapy sismotherapie appareils?_(?:d'apnee|cpap|orthopediques?|auditifs?) hearing_devices?
    """
#: What a drug or care comes as.
SHOTS: Final = (" shot", " suppl")
